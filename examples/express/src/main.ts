import { readConfig } from './config.ts'
import { logLine } from './http/log.ts'
import { type Running, start } from './start.ts'
import { startProblem } from './start-problem.ts'

/** Runs the shop as a process of its own, until it is told to end. */
export async function main(): Promise<void> {
  try {
    const config = readConfig(process.env)
    const running = await start(config, {
      log: logLine,
      onPopulate: (customers) => console.log(`Making up a shop with ${customers} customers …`),
    })
    console.log(`The shop is open at ${running.url}`)
    if (config.whatsapp.kind === 'play') console.log(`Play with it at ${running.url}/play`)
    // npx passes no signal on, so whoever started it through npx needs the number of this process.
    console.log(`Ctrl-C ends it, or from elsewhere kill ${process.pid}`)
    closeOnSignal(running)
  } catch (error) {
    const message = startProblem(error)
    if (message === undefined) throw error
    console.error(`error: ${message}`)
    process.exitCode = 1
  }
}

/** Whoever is being answered gets the answer; the database is closed after that. */
function closeOnSignal(running: Running): void {
  let isClosing = false
  const close = () => {
    if (isClosing) return
    isClosing = true
    running.close().then(
      () => console.log('The shop is closed.'),
      (error) => {
        console.error('The shop did not close cleanly.', error)
        process.exitCode = 1
      },
    )
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
}
