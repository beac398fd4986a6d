import { beforeAll, describe, expect, test } from 'vitest'
import { changeShop } from './support/change-shop.ts'
import { shopHere } from './support/shop-here.ts'

const { cwd, run, json, refusal } = shopHere()
const received = new Date('2026-11-05T10:00:00+07:00')
const secret = 'kanaria-rahasia'

let ids: readonly string[] = []
const end = (i: number): string => (ids[i] ?? '').slice(-8)

beforeAll(async () => {
  ids = await changeShop({ cwd, at: received }, async (shop) => {
    const letter = { source: 'whatsapp', kind: 'unknown', payload: secret } as const
    const first = await shop.deadLetters.record({ ...letter, reason: 'field flows' })
    const second = await shop.deadLetters.record({
      ...letter,
      kind: 'rejected',
      reason: 'timestamp: expected a time in seconds',
      payload: `${secret} 2`,
    })
    return [first.id, second.id]
  })
})

describe('dead letters', () => {
  test('are listed without what they say', async () => {
    const { stdout } = await run('deadletters', 'list')
    expect(stdout).toBe(
      [
        'LETTER    RECEIVED          TIMES  SOURCE    KIND      REASON',
        `${end(0)}  2026-11-05 10:00      1  whatsapp  unknown   field flows`,
        `${end(1)}  2026-11-05 10:00      1  whatsapp  rejected  timestamp: expected a time in seconds\n`,
      ].join('\n'),
    )
    expect(JSON.stringify(await json('deadletters', 'list'))).not.toContain(secret)
  })

  test('are settled by the end of their id, all that are named or none', async () => {
    const none = ['deadletters', 'settle', end(0), '00000000', '--as', 'discarded']
    expect(await refusal(...none)).toMatchObject({ exit: 1, code: 'DEAD_LETTER_NOT_FOUND' })
    expect(await refusal('deadletters', 'settle', end(0))).toMatchObject({ exit: 2, field: 'as' })
    const settle = ['deadletters', 'settle', end(0), '--as', 'discarded']
    expect((await run(...settle)).stdout).toBe(`${end(0)} is settled as discarded.\n`)
    expect(await json('deadletters', 'list')).toMatchObject({ rows: [{ id: ids[1] }] })
    expect((await run('deadletters', 'list', '--settled')).stdout).toContain(ids[0])
    await run('deadletters', 'settle', ids[1] ?? '', '--as', 'applied')
    expect((await run('deadletters', 'list')).stdout).toBe(
      'All that came was taken in or settled.\n',
    )
  })
})
