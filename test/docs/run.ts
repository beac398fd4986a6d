import { execFile } from 'node:child_process'

export interface Ran {
  readonly status: number
  readonly stdout: string
  /** What it printed on both, in no certain order between them. */
  readonly all: string
}

/** Runs a program to its end, whatever that is. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    // pnpm tells programs where it was called from; here they are called from `cwd`.
    const env = { ...process.env, INIT_CWD: options.cwd, NO_COLOR: '1', ...options.env }
    const settings = { cwd: options.cwd, env, maxBuffer: 2 ** 24, timeout: 100_000 }
    execFile(command, args, settings, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code
      if (typeof status === 'number') resolve({ status, stdout, all: stdout + stderr })
      else reject(error)
    })
  })
}
