import { describe, expect, test } from 'vitest'
import type { ToldStatus } from '../../../domain/messages/rows.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const minute = 60_000

export function messageStories(open: OpenStorage): void {
  describe('stories: statuses of messages', () => {
    test('a status only moves forward, whatever comes late or twice', async () => {
      const { shop, clock } = await newShop(open)
      const message = 'wamid.A'
      const at = (minutes: number) => new Date(clock.now() - minutes * minute)
      const tell = async (status: ToldStatus, minutes: number) =>
        (await shop.messages.recordStatus({ message, status, at: at(minutes) })).status
      await expect(shop.messages.get(message)).rejects.toMatchObject({ code: 'MESSAGE_NOT_FOUND' })
      expect(await tell('failed', 9)).toBe('failed')
      expect(await tell('sent', 10)).toBe('failed')
      expect(await tell('read', 5)).toBe('read')
      expect(await tell('delivered', 7)).toBe('read')
      expect(await tell('read', 4)).toBe('read')
      expect(await tell('played', 1)).toBe('played')
      expect(await shop.messages.get(message)).toMatchObject({
        status: 'played',
        sentAt: at(10),
        failedAt: at(9),
        deliveredAt: at(7),
        readAt: at(5),
        playedAt: at(1),
      })
    })

    test('statuses wait for their message, and go with its customer', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const message = 'wamid.A'
      await shop.messages.recordStatus({ message, status: 'delivered' })
      expect(await shop.messages.of(customer)).toEqual([])
      const sent = { customer, kind: 'chat', direction: 'outbound', reference: message } as const
      await shop.interactions.record(sent)
      const pricing = { billable: true, model: 'PMP', type: 'regular', category: 'marketing' }
      await shop.messages.recordStatuses([
        { message, status: 'sent', pricing, callbackData: 'campaign-1' },
        { message: 'wamid.B', status: 'failed', error: 131_047 },
      ])
      expect(await shop.messages.of(customer)).toMatchObject([
        { message, customer, status: 'delivered', pricing, callbackData: 'campaign-1' },
      ])
      expect(await shop.messages.get('wamid.B')).toMatchObject({ status: 'failed', error: 131_047 })
      await shop.customers.delete(customer)
      await expect(shop.messages.get(message)).rejects.toMatchObject({ code: 'MESSAGE_NOT_FOUND' })
    })

    test('a message of which nothing was told yet is known, and to whom it went', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const sent = { customer, kind: 'chat', direction: 'outbound', reference: 'wamid.A' } as const
      await shop.interactions.record(sent)
      expect(await shop.messages.get('wamid.A')).toMatchObject({ status: 'unknown', customer })
      const wrote = { customer, kind: 'chat', reference: 'wamid.B' } as const
      await shop.interactions.record(wrote)
      await expect(shop.messages.get('wamid.B')).rejects.toMatchObject({
        code: 'MESSAGE_NOT_FOUND',
      })
    })
  })
}
