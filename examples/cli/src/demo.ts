import { enableCompileCache } from 'node:module'

enableCompileCache()

const { demo } = await import('./demo/demo.ts')
process.exitCode = await demo(process.argv[2])
