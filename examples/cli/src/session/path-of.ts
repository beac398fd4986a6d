import { resolve } from 'node:path'

/** A file named on the command line. Package managers change the directory and leave the caller's in INIT_CWD. */
export function pathOf(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name)
}
