import { keepHeapSmall } from './session/keep-heap-small.ts'

/** Runs the program as a process of its own, which ends with its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  // Before anything else is loaded: a heap that has grown gives little back.
  if (args.includes('import')) keepHeapSmall()

  // Whoever reads our output may stop early, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

  const { run } = await import('./run.ts')
  process.exitCode = await run(args)
}
