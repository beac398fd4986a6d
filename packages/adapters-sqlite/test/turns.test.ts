import { expect, test } from 'vitest'
import { Turns } from '../src/dialect/turns.ts'

test('one at a time passes, in the order of arrival', async () => {
  const turns = new Turns()
  const log: number[] = []
  let inside = 0
  await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      await turns.take()
      inside += 1
      expect(inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, i % 3))
      log.push(i)
      inside -= 1
      turns.pass()
    }),
  )
  expect(log).toEqual(Array.from({ length: 20 }, (_, i) => i))
})

test('who comes while others wait stands behind them', async () => {
  const turns = new Turns()
  const log: string[] = []
  await turns.take()
  const waiting = turns.take()?.then(() => log.push('waiting'))
  turns.pass()
  const late = turns.take()?.then(() => log.push('late'))
  await waiting
  turns.pass()
  await late
  expect(log).toEqual(['waiting', 'late'])
})
