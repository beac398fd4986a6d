import { Presets, SingleBar } from 'cli-progress'

/** Hears how far an import is. */
export interface ImportProgress {
  read(bytes: number, of: number): void
  recorded(orders: number, of: number): void
  stop(): void
}

export const noProgress: ImportProgress = {
  read: () => undefined,
  recorded: () => undefined,
  stop: () => undefined,
}

/** A bar for reading, then one for recording, on a terminal's stderr. */
export function progressBars(): ImportProgress {
  let shown: { readonly what: string; readonly bar: SingleBar } | undefined

  function show(what: string, done: number, of: number): void {
    if (shown?.what !== what) {
      shown?.bar.stop()
      const bar = new SingleBar(
        {
          format: `${what} {bar} {percentage}%`,
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: false,
          // The terminal is left as it is, so that an interrupt may simply end the program.
          linewrap: true,
          gracefulExit: false,
        },
        Presets.shades_classic,
      )
      bar.start(of, 0)
      shown = { what, bar }
    }
    shown.bar.update(done)
  }

  return {
    read: (bytes, of) => show('Reading  ', bytes, of),
    recorded: (orders, of) => show('Recording', orders, of),
    stop: () => shown?.bar.stop(),
  }
}
