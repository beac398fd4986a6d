// JavaScript, so that an old Node says what it lacks instead of failing to read types.
import nodeModule from 'node:module'

const oldest = 22
const [major = ''] = process.versions.node.split('.')
if (Number(major) < oldest) {
  process.stderr.write(
    `error: the shop needs Node ${oldest} or newer; this is ${process.versions.node}.\n`,
  )
  process.exit(1)
}

// Types are stripped from some hundred files: with the cache only once, which halves the start.
nodeModule.enableCompileCache()

const { main } = await import('./main.ts')
await main()
