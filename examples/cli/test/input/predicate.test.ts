import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { predicateFrom } from '../../src/input/predicate.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const refused = (code: string) => expect.objectContaining({ code })

describe('a predicate on the command line', () => {
  test('is JSON, or a file behind @; anything else is left to the shop', async () => {
    const file = join(temporaryDirectory(), 'p.json')
    writeFileSync(file, '{"all":[]}')
    expect(await predicateFrom('{"all":[]}')).toEqual({ all: [] })
    expect(await predicateFrom(`@${file}`)).toEqual({ all: [] })
    expect(await predicateFrom('VIP')).toBe('VIP')
    writeFileSync(file, 'orders >= 2\nand not archived\n')
    expect(await predicateFrom(`@${file}`)).toBe('orders >= 2\nand not archived\n')
  })

  test('is refused where it is no JSON, without repeating it', async () => {
    for (const text of ['{"field":', '[1,', '{"Sari"}']) {
      const error = await predicateFrom(text).catch((each: unknown) => each)
      expect(error).toMatchObject({ code: 'PREDICATE_INVALID', field: 'predicate' })
      expect(String(error)).not.toContain('Sari')
    }
  })

  test('is refused before it is read where it is larger than 100 kB', async () => {
    const file = join(temporaryDirectory(), 'p.json')
    writeFileSync(file, `{"all":[${' '.repeat(10_000_000)}]}`)
    await expect(predicateFrom(`@${file}`)).rejects.toThrow(refused('PREDICATE_TOO_LARGE'))
    const long = `{"all":[${' '.repeat(100_000)}]}`
    await expect(predicateFrom(long)).rejects.toThrow(refused('PREDICATE_TOO_LARGE'))
    await expect(predicateFrom('x'.repeat(100_001))).rejects.toThrow(refused('PREDICATE_TOO_LARGE'))
  })

  test('names a file that is not there', async () => {
    await expect(predicateFrom('@/no/such/file')).rejects.toThrow(refused('FILE_NOT_FOUND'))
    await expect(predicateFrom(`@${temporaryDirectory()}`)).rejects.toThrow(
      refused('FILE_UNREADABLE'),
    )
  })
})
