import { describe, expect, test } from 'vitest'
import type { DeadLetterInput } from '../../../shop/input/dead-letter.ts'
import { day } from '../commands/command.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const bad: DeadLetterInput = {
  source: 'whatsapp',
  kind: 'rejected',
  reason: 'timestamp: expected seconds',
  place: 'entry[0].changes[0].value.messages[7]',
  payload: '{"from":"6281234567890","text":{"body":"Halo 🙂"}}',
}
const other: DeadLetterInput = { ...bad, kind: 'refused', reason: 'TIME_IN_FUTURE', payload: '{}' }

export function deadLetterStories(open: OpenStorage): void {
  describe('stories: what could not be taken in', () => {
    test('is kept once with how often it came, and why it is dead is what was said last', async () => {
      const { shop, clock } = await newShop(open)
      const first = await shop.deadLetters.record(bad)
      const { payload, ...said } = bad
      expect(first).toMatchObject({ ...said, times: 1, settledAt: null, outcome: null })
      clock.step(day)
      const moved = { ...bad, kind: 'unknown', reason: 'field flows', place: null } as const
      // What a delivery holds twice it delivers once.
      const [again, one] = await shop.deadLetters.recordMany([bad, other, moved])
      expect(again).toEqual({
        ...first,
        ...{ kind: 'unknown', reason: 'field flows', place: null },
        lastReceivedAt: new Date(clock.now()),
        times: 2,
      })
      expect(one).toMatchObject({ kind: 'refused', times: 1 })
      const elsewhere = await shop.deadLetters.record({ ...bad, source: 'labels' })
      expect((await shop.deadLetters.list()).rows).toEqual([again, one, elsewhere])
      expect(await shop.deadLetters.get(first.id)).toEqual({ ...again, payload })
      expect(await shop.deadLetters.recordMany([])).toEqual([])
    })

    test('is settled once, loses its payload then, and stays settled when it comes again', async () => {
      const { shop, clock } = await newShop(open)
      const { id } = await shop.deadLetters.record(bad)
      clock.step(day)
      const settled = await shop.deadLetters.settle(id, 'discarded')
      expect(settled).toMatchObject({ outcome: 'discarded', settledAt: new Date(clock.now()) })
      expect(await shop.deadLetters.get(id)).toEqual({ ...settled, payload: null })
      clock.step(day)
      expect(await shop.deadLetters.settle(id, 'applied')).toEqual(settled)
      const again = await shop.deadLetters.record({ ...bad, reason: 'INVALID_INPUT' })
      const lastReceivedAt = new Date(clock.now())
      expect(again).toEqual({ ...settled, times: 2, lastReceivedAt })
      expect(await shop.deadLetters.get(id)).toEqual({ ...again, payload: null })
      expect((await shop.deadLetters.list()).rows).toEqual([])
      expect((await shop.deadLetters.list({ settled: true })).rows).toEqual([again])
      await expect(shop.deadLetters.settle('none', 'applied')).rejects.toMatchObject({
        code: 'DEAD_LETTER_NOT_FOUND',
        field: 'letter',
      })
    })

    test('is listed in pages, the oldest first; settled ones by when they were settled', async () => {
      const { shop, clock } = await newShop(open)
      const ids: string[] = []
      for (const payload of ['a', 'b', 'c', 'd', 'e']) {
        ids.push((await shop.deadLetters.record({ ...bad, payload })).id)
        clock.step(day)
      }
      const [a = '', b = '', c, d = '', e] = ids
      for (const id of [d, b, a]) {
        await shop.deadLetters.settle(id, 'applied')
        clock.step(day)
      }
      const idsOf = async (settled: boolean): Promise<readonly string[]> => {
        const page = await shop.deadLetters.list({ settled, limit: 1 })
        const rest = await shop.deadLetters.list({ settled, after: page.next ?? '' })
        expect(rest.next).toBeNull()
        const elsewhere = shop.deadLetters.list({ settled: !settled, after: page.next ?? '' })
        await expect(elsewhere).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
        return [...page.rows, ...rest.rows].map(({ id }) => id)
      }
      expect(await idsOf(false)).toEqual([c, e])
      expect(await idsOf(true)).toEqual([d, b, a])
    })

    test('is told in the log without anything that it says', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.deadLetters.record(bad)
      await shop.deadLetters.record(bad)
      await shop.deadLetters.settle(id, 'applied')
      const { events } = await shop.events.read()
      const told = events.filter(({ type }) => type.startsWith('deadLetter.'))
      expect(told).toMatchObject([
        { type: 'deadLetter.recorded', data: { letter: id } },
        { type: 'deadLetter.settled', data: { letter: id, outcome: 'applied' } },
      ])
      expect(JSON.stringify(events)).not.toMatch(/6281234567890|Halo|expected seconds/)
    })
  })
}
