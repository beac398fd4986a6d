import { describe, expect, test } from 'vitest'
import type { EventPage, ShopEvent } from '../../../shop/history/history.ts'
import type { Shop } from '../../../shop/shop.ts'
import { day, hour } from '../commands/command.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function keptSegmentStories(open: OpenStorage): void {
  describe('stories: kept segments', () => {
    test('a write brings in, time brings out at its very instant, however late the tick', async () => {
      const kit = await newShop(open)
      const { shop, clock } = kit
      const start = clock.now()
      await shop.segments.create({
        name: 'Baru beli',
        where: 'last purchase in last 7 days',
        tracked: true,
      })
      const sari = await shop.customers.add({ name: 'Sari' })
      const at = new Date(start - 2 * day)
      await shop.transactions.record({ customer: sari.id, orderId: 'INV-1', at, lines })
      clock.step(90 * day)
      expect(await shop.tick()).toEqual({ customers: 1, crossings: 1 })
      expect(await shop.tick()).toEqual({ customers: 0, crossings: 0 })

      expect(await historyOf(shop, 'Baru beli')).toEqual([
        {
          change: 'entered',
          at: new Date(start),
          recordedAt: new Date(start),
          cause: 'write',
          customer: sari.id,
        },
        {
          change: 'left',
          at: new Date(start + 5 * day),
          recordedAt: new Date(start + 90 * day),
          cause: 'time',
          customer: sari.id,
        },
      ])
      const told = (await eventsOf(shop, 'segment.')).map(
        ({ type, customer, occurredAt, data }) => ({ type, customer, occurredAt, data }),
      )
      const segment = (await shop.segments.get('Baru beli')).id
      expect(told.slice(1)).toEqual([
        {
          type: 'segment.entered',
          customer: sari.id,
          occurredAt: new Date(start),
          data: { segment, cause: 'write', stillHolds: true },
        },
        {
          type: 'segment.left',
          customer: sari.id,
          occurredAt: new Date(start + 5 * day),
          data: { segment, cause: 'time', stillHolds: true },
        },
      ])
    })

    test('what time brought and took again in one pause no longer holds when it is told', async () => {
      const { shop, clock } = await newShop(open)
      const start = clock.now()
      const { id } = await shop.customers.add({ name: 'Sari' })
      const at = new Date(start - 25 * hour)
      await shop.interactions.record({ customer: id, kind: 'chat', at: new Date(start) })
      await shop.transactions.record({ customer: id, orderId: 'INV-1', at, lines })
      const where = 'window closes within 2 hours'
      await shop.segments.create({ name: 'Segera balas', where, tracked: true })
      clock.step(3 * day)
      expect(await shop.tick()).toEqual({ customers: 1, crossings: 2 })
      const told = await eventsOf(shop, 'segment.')
      expect(
        told
          .slice(1)
          .map(({ type, occurredAt, data }) => [
            type,
            occurredAt,
            'stillHolds' in data && data.stillHolds,
          ]),
      ).toEqual([
        ['segment.entered', new Date(start + 22 * hour), false],
        ['segment.left', new Date(start + 24 * hour), true],
      ])
    })

    test('a write between two ticks does not hide what time had changed before it', async () => {
      const { shop, clock } = await newShop(open)
      const start = clock.now()
      const where = 'last purchase > 3 days ago'
      await shop.segments.create({ name: 'Perlu disapa', where, tracked: true })
      const { id } = await shop.customers.add({ name: 'Sari' })
      await shop.transactions.record({ customer: id, orderId: 'INV-1', lines })
      clock.step(4 * day)
      await shop.transactions.record({ customer: id, orderId: 'INV-2', lines })
      expect(await shop.tick()).toEqual({ customers: 0, crossings: 0 })
      expect(
        (await historyOf(shop, 'Perlu disapa')).map(({ change, at, cause }) => [change, at, cause]),
      ).toEqual([
        ['entered', new Date(start + 3 * day), 'time'],
        ['left', new Date(start + 4 * day), 'write'],
      ])
    })

    test('what rests on a tag or on a membership follows at the same instant, in its order', async () => {
      const { shop, clock } = await newShop(open)
      const start = clock.now()
      const { id } = await shop.customers.add({ name: 'Sari' })
      await shop.transactions.record({ customer: id, orderId: 'INV-1', lines })
      await shop.tags.create({ name: 'Diam', where: 'last purchase > 3 days ago' })
      await shop.segments.create({ name: 'Disapa', where: 'has tag "Diam"', tracked: true })
      await shop.segments.create({
        name: 'Lama disapa',
        where: 'in segment "Disapa" for > 2 days',
        tracked: true,
      })
      clock.step(30 * day)
      await shop.tick()
      const told = await shop.events.of(id)
      expect(told.slice(-3).map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
        ['tag.assigned', new Date(start + 3 * day)],
        ['segment.entered', new Date(start + 3 * day)],
        ['segment.entered', new Date(start + 5 * day)],
      ])
      expect(await shop.tags.list()).toMatchObject([{ name: 'Diam', members: 1 }])
    })

    test('an explanation says when a rule, and nothing but time, brings a change', async () => {
      const { shop, clock } = await newShop(open)
      const start = clock.now()
      const { id } = await shop.customers.add({ name: 'Sari' })
      await shop.transactions.record({ customer: id, orderId: 'INV-1', lines })
      await shop.tags.create({ name: 'Diam', where: 'last purchase > 3 days ago' })
      const { next } = await shop.segments.explain('has tag "Diam"', id)
      expect(next).toEqual({ at: new Date(start + 3 * day) })
      const { changes } = await shop.segments.whatWouldChange('has tag "Diam"', id)
      expect(changes[0]?.action).toEqual({ kind: 'wait', until: start + 3 * day })
      clock.step(3 * day)
      await shop.tick()
      expect(await shop.segments.count('has tag "Diam"')).toBe(1)
    })

    test('an edit lets those in and out whom the new meaning concerns, also of what refers to it', async () => {
      const { shop, clock } = await newShop(open)
      const [sari, budi] = await shop.customers.addMany([
        { name: 'Sari', city: 'Bandung' },
        { name: 'Budi', city: 'Medan' },
      ])
      if (!sari || !budi) throw new Error('two were added')
      await shop.segments.create({ name: 'Kota', where: 'city = "Bandung"' })
      await shop.segments.create({ name: 'Dekat', where: 'in segment "Kota"', tracked: true })
      clock.step(hour)
      await shop.segments.edit('Kota', { where: 'city = "Medan"' })
      const when = new Date(clock.now())
      expect((await historyOf(shop, 'Dekat')).slice(1)).toEqual([
        { customer: sari.id, change: 'left', at: when, recordedAt: when, cause: 'definition' },
        { customer: budi.id, change: 'entered', at: when, recordedAt: when, cause: 'definition' },
      ])
      expect(await shop.segments.history('Dekat', { customer: budi.id })).toMatchObject({
        rows: [{ change: 'entered' }],
        next: null,
      })

      await shop.segments.edit('Dekat', { tracked: false })
      expect((await historyOf(shop, 'Dekat')).at(-1)).toMatchObject({
        customer: budi.id,
        change: 'left',
      })
      expect(await shop.segments.count('Dekat')).toBe(1)
      await shop.segments.delete('Dekat')
      expect((await eventsOf(shop, 'segment.')).at(-1)).toMatchObject({ type: 'segment.deleted' })
    })

    test('a customer who is deleted leaves, and the history of the others goes on', async () => {
      const { shop, clock } = await newShop(open)
      const everybody = await shop.segments.create({
        name: 'Semua',
        where: { all: [] },
        tracked: true,
      })
      const sari = await shop.customers.add({ name: 'Sari' })
      await shop.customers.add({ name: 'Budi' })
      clock.step(day)
      await shop.customers.delete(sari.id)
      expect((await historyOf(shop, everybody.id)).map(({ change }) => change)).toEqual([
        'entered',
        'entered',
        'left',
      ])
      expect((await shop.segments.list())[0]?.members).toBe(1)
    })

    test('a clock that was put back does not make anybody leave before coming', async () => {
      const kit = await newShop(open)
      const { shop, clock } = kit
      const start = clock.now()
      await shop.segments.create({ name: 'G', where: 'name contains "zz"', tracked: true })
      clock.step(5 * day)
      const { id } = await shop.customers.add({ name: 'zz' })
      const other = await shop.customers.add({ name: 'zzz' })
      clock.step(-2 * day)
      await shop.customers.edit(id, { name: 'other' })
      await shop.customers.delete(other.id)
      const when = new Date(start + 5 * day)
      const seen = (await historyOf(shop, 'G')).map(({ change, at }) => [change, at])
      expect(seen).toEqual([
        ['entered', when],
        ['entered', when],
        ['left', when],
        ['left', when],
      ])
      expect((await shop.events.of(id)).at(-1)?.occurredAt).toEqual(when)
    })

    test('what would rest on itself is refused, and what is asked for how long stays tracked', async () => {
      const { shop } = await newShop(open)
      await shop.tags.create({ name: 'A', where: 'ltv > 0' })
      await shop.tags.create({ name: 'B', where: 'has tag "A"' })
      await expect(shop.tags.edit('A', { where: 'has tag "B"' })).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
        field: 'where',
      })
      await expect(shop.tags.edit('A', { where: 'not has tag "A"' })).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
      })
      await expect(
        shop.tags.create({ name: 'C', where: 'ltv > 0', ltvMin: 1 }),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'where' })
      await expect(shop.tags.edit('A', { ltvMin: 1 })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'where',
      })
      expect(await shop.tags.edit('A', { ltvMax: null })).toMatchObject({ ltvMin: null })
      expect(await shop.tags.edit('A', { where: null, ltvMin: 1 })).toMatchObject({ ltvMin: 1 })
      await shop.segments.create({ name: 'X', where: 'ltv > 0', tracked: true })
      await shop.segments.create({ name: 'Y', where: 'in segment "X" for > 2 days' })
      await expect(shop.segments.edit('X', { tracked: false })).rejects.toMatchObject({
        code: 'STILL_REFERENCED',
      })
      const xAndA = 'in segment "Y" for > 1 days'
      await expect(shop.segments.edit('X', { where: xAndA })).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
      })
    })

    test('many whose turn comes at one midnight, and those behind it, are brought on in the order of time', async () => {
      const kit = await newShop(open)
      await shopOfMany(kit, 1_200)
      kit.clock.step(10 * day)
      expect(await kit.shop.tick()).toMatchObject({ crossings: 1_201 })
      const times = await timesOf(kit.shop, 'segment.left')
      expect(times).toHaveLength(1_201)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(await kit.shop.rebuild()).toBe(0)
    })
  })
}

async function timesOf(shop: Shop, type: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let after: string | null = null; ; ) {
    const page: EventPage = await shop.events.read({
      limit: 1_000,
      ...(after === null ? {} : { after }),
    })
    if (page.events.length === 0) return times
    for (const event of page.events) if (event.type === type) times.push(event.occurredAt.getTime())
    after = page.cursor
  }
}

/** Added today but for one, who came yesterday. */
async function shopOfMany({ shop, clock }: KitShop, many: number): Promise<void> {
  await shop.segments.create({ name: 'Hari ini', where: 'added today', tracked: true })
  await shop.customers.add({ name: 'Kemarin' })
  clock.step(day)
  await shop.customers.addMany(Array.from({ length: many }, (_, i) => ({ name: `P ${i}` })))
}

async function historyOf(shop: Shop, segment: string) {
  return (await shop.segments.history(segment)).rows
}

async function eventsOf(shop: Shop, prefix: string): Promise<readonly ShopEvent[]> {
  const { events } = await shop.events.read({ limit: 1_000 })
  return events.filter(({ type }) => type.startsWith(prefix))
}
