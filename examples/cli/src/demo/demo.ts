import { CliError } from '../errors/cli-error.ts'
import { demoDatabase } from './database.ts'
import { showProgress } from './progress.ts'
import { runDemo } from './run-demo.ts'
import { nextSteps } from './sections/next-steps.ts'

const customers = 2_000

/** The demo as a program: sections on stdout, progress on stderr. Answers the exit code. */
export async function demo(file: string | undefined): Promise<number> {
  try {
    const { name, path } = demoDatabase(file)
    const progress = showProgress('Simulating a coffee shop')
    const print = (text: string) => process.stdout.write(`\n${text}\n`)
    await runDemo({
      filename: path,
      customers,
      onProgress: (share) => progress.reached(share),
      print: (text) => {
        progress.stop()
        print(text)
      },
    })
    print(nextSteps(name))
    return 0
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}
