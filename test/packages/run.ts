import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Runs a program to its end and gives its output; a failure carries all that it printed. */
export async function run(command: string, args: string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { cwd, maxBuffer: 2 ** 26, timeout: 240_000 })
    return stdout
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout?: string; stderr?: string }
    const message = `${command} ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}`
    throw new Error(message, { cause })
  }
}
