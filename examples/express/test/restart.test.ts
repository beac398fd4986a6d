import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { start } from '../src/start.ts'
import { noon } from './support/open.ts'
import { temporaryDirectory } from './support/temporary-directory.ts'

const day = 86_400_000

test('a play goes on with the same shop, and not before what happened in it', async () => {
  const config = readConfig({
    PORT: '0',
    PLAY_CUSTOMERS: '10',
    DATABASE_FILE: join(temporaryDirectory(), 'web.db'),
  })
  const made: number[] = []
  const options = { log: () => undefined, clock: () => noon, onPopulate: made.push.bind(made) }

  const first = await start(config, options)
  await first.play?.pass(3 * day)
  const [phone] = first.play?.phones.all() ?? []
  await phone?.person.writes('Halo lagi')
  await first.play?.pass(1_000)
  const { total } = await first.shop.reports.monitoring()
  await first.close()

  const second = await start(config, options)
  expect(second.play?.clock()).toBeGreaterThan(noon + 3 * day)
  expect((await second.shop.reports.monitoring()).total).toBe(total)
  expect((await second.shop.verify()).findings).toEqual([])
  await second.close()
  expect(made).toEqual([10])
})
