import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const hour = 3_600_000
const day = 24 * hour

export function windowStories(open: OpenStorage): void {
  describe('stories: windows', () => {
    test('the window is open to the millisecond, and what closes it', async () => {
      const { shop, clock } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      expect(await shop.interactions.window(id)).toEqual({ state: 'template-only', closesAt: null })
      const at = clock.now() - hour
      await shop.interactions.record({ customer: id, kind: 'chat', at: new Date(at) })
      const closesAt = new Date(at + day)
      clock.step(23 * hour - 1)
      expect(await shop.interactions.window(id)).toEqual({ state: 'free-form', closesAt })
      expect(await shop.interactions.status(id)).toMatchObject({ contact: 'active' })
      expect(await shop.reports.monitoring()).toMatchObject({ active: 1, passive: 0 })
      clock.step(1)
      expect(await shop.interactions.window(id)).toEqual({ state: 'template-only', closesAt })
      expect(await shop.interactions.status(id)).toMatchObject({ contact: 'passive' })
      expect(await shop.reports.monitoring()).toMatchObject({ active: 0, passive: 1 })
    })

    test('only what comes in over WhatsApp opens it, and an older message changes nothing', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      for (const said of [
        { kind: 'chat', direction: 'outbound' },
        { kind: 'chat', channel: 'instagram' },
        { kind: 'email' },
        { kind: 'search', channel: 'whatsapp', term: 'kopi' },
      ] as const) {
        await shop.interactions.record({ customer, ...said })
        expect(await shop.interactions.window(customer)).toMatchObject({ closesAt: null })
      }
      await shop.interactions.record({ customer, kind: 'call', at: new Date(clock.now() - 5) })
      const closesAt = new Date(clock.now() - 5 + day)
      await shop.interactions.record({ customer, kind: 'chat', at: new Date(clock.now() - 6) })
      expect(await shop.interactions.window(customer)).toEqual({ state: 'free-form', closesAt })
    })

    test('what is said to open no window opens none, and is an interaction all the same', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const at = new Date(clock.now() - hour)
      const reaction = {
        customer,
        kind: 'chat',
        at,
        reference: 'wamid.A',
        opensWindow: false,
      } as const
      const recorded = await shop.interactions.record(reaction)
      expect(await shop.interactions.record(reaction)).toEqual(recorded)
      expect(await shop.interactions.window(customer)).toMatchObject({ closesAt: null })
      expect(await shop.interactions.of(customer)).toHaveLength(1)
      await expect(
        shop.interactions.record({ ...reaction, opensWindow: true }),
      ).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
      expect(await shop.rebuild()).toBe(0)
    })

    test('each business number has its window, and any open one counts', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const write = (businessNumber: string, hoursAgo: number) =>
        shop.interactions.record({
          customer,
          kind: 'chat',
          businessNumber,
          at: new Date(clock.now() - hoursAgo * hour),
        })
      await write('+6281100000001', 23)
      await write('+6281100000002', 30)
      expect(await shop.interactions.window(customer, '+6281100000001')).toMatchObject({
        state: 'free-form',
      })
      expect(await shop.interactions.window(customer, '+6281100000002')).toMatchObject({
        state: 'template-only',
      })
      expect(await shop.interactions.window(customer, '+6281100000003')).toMatchObject({
        closesAt: null,
      })
      expect(await shop.interactions.window(customer)).toMatchObject({ state: 'free-form' })
      const where = { window: {}, is: 'open' } as const
      expect(await shop.segments.count(where)).toBe(1)
      clock.step(hour)
      expect(await shop.segments.count(where)).toBe(0)
    })

    test('without WhatsApp, archived or blacklisted, nothing may be sent', async () => {
      const { shop, clock } = await newShop(open)
      const mail = await shop.customers.add({ name: 'Mail', email: 'a@example.com' })
      expect(await shop.interactions.window(mail.id)).toMatchObject({ state: 'blocked' })
      const hidden = await shop.customers.add({ name: 'Tanpa nomor', userId: 'ID.1349120865530' })
      expect(await shop.interactions.window(hidden.id)).toMatchObject({ state: 'template-only' })
      await shop.interactions.record({ customer: hidden.id, kind: 'chat' })
      expect(await shop.interactions.window(hidden.id)).toMatchObject({ state: 'free-form' })
      const linked = await shop.customers.add({ name: 'Tanpa alamat', lid: '987654321012345' })
      await shop.interactions.record({ customer: linked.id, kind: 'chat' })
      expect(await shop.interactions.window(linked.id)).toMatchObject({ state: 'blocked' })
      const { id } = await shop.customers.add({ name: 'Sari', whatsapp: '6281234567890' })
      await shop.interactions.record({ customer: id, kind: 'chat' })
      const state = async (): Promise<string> => (await shop.interactions.window(id)).state
      expect(await state()).toBe('free-form')
      await shop.customers.archive(id)
      expect(await state()).toBe('blocked')
      await shop.customers.restore(id)
      await shop.customers.blacklist(id, { reason: 'fiktif', until: new Date(clock.now() + 10) })
      expect(await state()).toBe('blocked')
      clock.step(9)
      expect(await state()).toBe('blocked')
      clock.step(1)
      expect(await state()).toBe('free-form')
    })
  })
}
