import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'

/** The program in one file, made before the tests. */
export const tokoFile = join(import.meta.dirname, '../../node_modules/.cache/toko/main.js')

/** Where Node keeps what it compiled of it, for the next process. */
export const tokoCache = join(tokoFile, '../compiled')

const sources = ['--conditions=source', join(import.meta.dirname, '../../src/main.js')]

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Runs the sources instead of the one file made of them, which starts in half the time. */
  readonly fromSources?: boolean
}

/** Runs the program as its users do: as a process of its own. */
export async function toko(args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = startToko(args, options)
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.end(options.stdin ?? '')
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }
}

export function startToko(
  args: readonly string[],
  { cwd, env = {}, fromSources = false }: RunOptions,
): ChildProcessWithoutNullStreams {
  const { PATH = '', TMPDIR, HOME = '' } = process.env
  const program = fromSources ? sources : [tokoFile]
  const own = { NODE_COMPILE_CACHE: tokoCache, ...(TMPDIR === undefined ? {} : { TMPDIR }) }
  return spawn(process.execPath, [...program, ...args], {
    cwd,
    env: { PATH, HOME, ...own, ...env },
  })
}

/** The program in one directory, with its database named once. */
export function tokoIn(cwd: string): (...args: string[]) => Promise<Ran> {
  return (...args) => toko(args, { cwd, env: { TOKO_DB: 'shop.db' } })
}

/** What a run printed as JSON, which must be all that it printed. */
export function jsonOf({ code, stdout, stderr }: Ran): unknown {
  if (code !== 0) throw new Error(`toko ended with ${code}: ${stderr}`)
  return JSON.parse(stdout)
}

/** The error that a run told as JSON, which must be all that it printed. */
export function errorOf({ stdout, stderr }: Ran): {
  code: string
  message: string
  field: string | null
} {
  if (stdout !== '') throw new Error(`toko printed on stdout: ${stdout}`)
  return JSON.parse(stderr).error
}
