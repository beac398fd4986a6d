// JavaScript, so that Node's compiler of types, some 15 MB, is loaded only where the cache lacks a file.
import nodeModule from 'node:module'

const oldest = 22
const [major = ''] = process.versions.node.split('.')
if (Number(major) < oldest) {
  process.stderr.write(
    `error: toko needs Node ${oldest} or newer; this is ${process.versions.node}.\n`,
  )
  process.exit(1)
}

// Types are stripped from some hundred files: with the cache only once, which halves the start.
nodeModule.enableCompileCache()

const { main } = await import('./main.ts')
await main(process.argv.slice(2))
