import { Presets, SingleBar } from 'cli-progress'

export interface DemoProgress {
  /** How much of the simulated time has passed, from 0 to 1. */
  reached(share: number): void
  stop(): void
}

/** A bar on a terminal's stderr; elsewhere a line at every quarter. */
export function showProgress(what: string): DemoProgress {
  return process.stderr.isTTY ? bar(what) : lines(what)
}

function bar(what: string): DemoProgress {
  const shown = new SingleBar(
    {
      format: `${what} {bar} {percentage}%  {duration_formatted}`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: false,
    },
    Presets.shades_classic,
  )
  shown.start(100, 0)
  return { reached: (share) => shown.update(Math.floor(share * 100)), stop: () => shown.stop() }
}

function lines(what: string): DemoProgress {
  let quarters = 0
  process.stderr.write(`${what} …\n`)
  return {
    reached(share) {
      for (; quarters + 1 <= share * 4; quarters++) {
        process.stderr.write(`${what} … ${(quarters + 1) * 25}%\n`)
      }
    },
    stop: () => undefined,
  }
}
