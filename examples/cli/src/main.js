// JavaScript, so that Node's compiler of types, some 15 MB, is loaded only where the cache lacks a file.
import { enableCompileCache } from 'node:module'

// Types are stripped from some hundred files: with the cache only once, which halves the start.
enableCompileCache()

const { main } = await import('./main.ts')
await main(process.argv.slice(2))
