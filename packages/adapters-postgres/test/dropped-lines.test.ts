import { describe, expect, onTestFinished, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { expectPaid, payUntilTold, sameShop, shopWithOrder } from './support/paying.ts'
import { cuts, TcpProxy } from './support/proxy.ts'
import { databaseUrl, newSchema, openStorage } from './support/storages.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const timeout = isLong ? 3_600_000 : 120_000
const seed = Number(process.env.LANGGANAN_SEED ?? Math.floor(Math.random() * 1e9))
const rounds = isLong ? 100 : 8

/** Requests of three payments at once, about. */
const requests = 60

describe(`a line that is cut, seed ${seed}`, () => {
  test.each(cuts)(
    `%s, ${rounds} times among payments: each is there once`,
    { timeout },
    async (cut) => {
      const schema = newSchema()
      const direct = await shopWithOrder(openStorage({ schema }))
      const { proxy, url } = await TcpProxy.to(databaseUrl())
      const storage = postgresStorage({ connection: { connectionString: url, max: 3 }, schema })
      onTestFinished(() => storage.close())
      const shop = await sameShop(storage)
      const references: string[] = []
      let made = 0
      for (let round = 0; round < rounds; round += 1) {
        proxy.lastCut = undefined
        proxy.cutAt(1 + ((seed + round * 7_919) % requests), cut)
        const three = [1, 2, 3].map((i) => `${round} ${i}`)
        references.push(...three)
        const codes = (await Promise.all(three.map((each) => payUntilTold(shop, each)))).flat()
        // All that was lost before a commit began again by itself.
        if (codes.length > 0) expect(proxy.lastCut).toContain('commit')
        expect(codes.length).toBeLessThanOrEqual(1)
        if (proxy.lastCut !== undefined) made += 1
      }
      await expectPaid(direct, references)
      await expectPaid(shop, references)
      expect(made).toBeGreaterThan(rounds / 2)
    },
  )

  test('leaves a pool of one connection with one, after each cut', async () => {
    const schema = newSchema()
    const { proxy, url } = await TcpProxy.to(databaseUrl())
    const storage = postgresStorage({ connection: { connectionString: url, max: 1 }, schema })
    onTestFinished(() => storage.close())
    const shop = await shopWithOrder(storage)
    for (const [i, cut] of cuts.entries()) {
      proxy.cutAt(3, cut)
      await payUntilTold(shop, String(i))
    }
    await expectPaid(
      shop,
      cuts.map((_, i) => String(i)),
    )
  })
})
