import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runHere } from './run-here.ts'
import { errorOf, jsonOf, type Ran } from './toko.ts'

/** A shop in Indonesia whose story the tests of a file tell in order. */
export interface ShopHere {
  readonly cwd: string
  run(...args: string[]): Promise<Ran>
  /** What a command answers with `--json`. */
  json(...args: string[]): Promise<unknown>
  /** The exit code and the error of a command with `--json`. */
  refusal(...args: string[]): Promise<{
    readonly exit: number | null
    readonly message: string
    readonly field: string | null
  }>
}

export function shopHere(): ShopHere {
  const cwd = mkdtempSync(join(tmpdir(), 'toko-'))
  const run = (...args: string[]) => runHere(args, cwd)
  beforeAll(async () => {
    await run('init', '--id', 'kopi-senja', '--currency', 'IDR', '--time-zone', 'Asia/Jakarta')
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))
  return {
    cwd,
    run,
    json: async (...args) => jsonOf(await run(...args, '--json')),
    async refusal(...args) {
      const ran = await run(...args, '--json')
      return { exit: ran.code, ...errorOf(ran) }
    },
  }
}
