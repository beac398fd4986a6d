import { exitCodes } from './errors/exit-code.ts'
import { reportError } from './errors/report-error.ts'
import { buildProgram } from './program.ts'

/** Runs the program with these arguments and answers its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  try {
    const program = await buildProgram(args, json)
    await program.parseAsync(args, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    return reportError(error, json)
  }
}
