import { describe, expect, test } from 'vitest'
import type {
  ChatLabelTold,
  LabelChat,
  LabelTold,
  ToldOfLabels,
} from '../../../shop/input/labels-told.ts'
import type { LabelsHeard } from '../../../shop/labels/hearing.ts'
import type { Shop } from '../../../shop/shop.ts'
import { day } from '../commands/command.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'

const gradeA: LabelTold = { told: 'label', label: '9', name: 'Grade A', colour: '2' }
const sari: LabelChat = { whatsapp: '6281234567890@s.whatsapp.net' }
const hidden: LabelChat = { lid: '251556368777322@lid' }

const on = (chat: LabelChat, more: Partial<ChatLabelTold> = {}): ChatLabelTold => ({
  told: 'chat',
  label: '9',
  chat,
  change: 'added',
  ...more,
})
const off = (chat: LabelChat, more: Partial<ChatLabelTold> = {}): ChatLabelTold =>
  on(chat, { change: 'removed', ...more })

export function bridgedLabelStories(open: OpenStorage): void {
  describe('stories: labels from a bridge', () => {
    test('a label on a chat is on its customer, who is added where nobody is known', async () => {
      const { shop } = await newShop(open)
      const known = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const budi = { whatsapp: '6285711112222', name: 'Budi' }
      const nameless = { whatsapp: '6285733334444' }
      const heard = await hear(shop, gradeA, on(sari, { by: 'dina' }), on(budi), on(nameless))
      expect(heard).toMatchObject({ recorded: 3, labelsEdited: 1, customersAdded: 2 })
      expect((await shop.labels.of(known.id)).current).toMatchObject([
        { name: 'Grade A', source: 'waha', key: '9', colour: '2', by: 'dina' },
      ])
      const added = await shop.customers.find('whatsapp', '6285711112222')
      expect(added).toMatchObject({ name: 'Budi' })
      const unnamed = await shop.customers.find('phone', '+6285733334444')
      expect(unnamed).toMatchObject({ name: '+6285733334444' })
      expect(await shop.segments.count('has label "Grade A"')).toBe(3)
    })

    test('what a bridge repeats without a time is recorded once; what comes back is recorded again', async () => {
      const { shop } = await newShop(open)
      // All in one instant: the order of arrival decides.
      const heard = await hear(shop, on(sari), on(sari), off(sari), off(sari), on(sari))
      expect(heard).toMatchObject({ recorded: 3, unchanged: 2 })
      expect(await changesOf(shop, sari)).toEqual(['added', 'removed', 'added'])
      expect(await isOn(shop, sari)).toBe(true)
      expect(await hear(shop, on(sari))).toMatchObject({ recorded: 0, unchanged: 1 })
      expect(await hear(shop, off({ whatsapp: '6285711112222' }))).toMatchObject({
        recorded: 0,
        customersAdded: 0,
      })
    })

    test('with a time the last by time counts, and the same again says nothing new', async () => {
      const { shop, clock } = await newShop(open)
      const [early, late] = [new Date(clock.now() - 2 * day), new Date(clock.now() - day)]
      await hear(shop, off(sari, { at: late, eventId: 'evt_2' }))
      await hear(shop, on(sari, { at: early, eventId: 'evt_1' }))
      expect(await isOn(shop, sari)).toBe(false)
      const again = await hear(
        shop,
        on(sari, { at: early, eventId: 'evt_1' }),
        on(sari, { at: early }),
      )
      expect(again).toMatchObject({ recorded: 0, unchanged: 2 })
      const other = await hear(shop, off(sari, { at: early, eventId: 'evt_1' }), on(sari))
      expect(other.conflicts).toEqual([{ place: 'events[0]', reason: 'eventId', customers: [] }])
      expect(other.recorded).toBe(1)
    })

    test('a time ahead of the clock counts as now', async () => {
      const { shop, clock } = await newShop(open)
      await hear(shop, on(sari, { at: new Date(clock.now() + day) }))
      expect(await isOn(shop, sari)).toBe(true)
      clock.step(1)
      await hear(shop, off(sari))
      expect(await isOn(shop, sari)).toBe(false)
    })

    test('what came with a time ahead and is told again, with an id or without, is the same event', async () => {
      for (const eventId of ['evt_1', null]) {
        const { shop, clock } = await newShop(open)
        const ahead = new Date(clock.now() + day)
        const told = [{ ...gradeA, at: ahead }, on(sari, { at: ahead, eventId })]
        expect(await hear(shop, ...told)).toMatchObject({ recorded: 1, labelsEdited: 1 })
        for (const step of [1, day - 1, day]) {
          clock.step(step)
          const now = new Date(clock.now())
          await hear(shop, { ...gradeA, name: `Grade ${step}`, at: now }, off(sari, { at: now }))
          expect(await hear(shop, ...told)).toMatchObject({ recorded: 0, labelsEdited: 0 })
          expect(await isOn(shop, sari)).toBe(false)
        }
      }
    })

    test('a linked id waits until its number is known, and then everything comes in order', async () => {
      const { shop, clock } = await newShop(open)
      const began = clock.now()
      expect(await hear(shop, gradeA, on(hidden))).toMatchObject({ recorded: 0, waiting: 1 })
      clock.step(day)
      expect(await hear(shop, on(hidden))).toMatchObject({ waiting: 0, unchanged: 1 })
      await hear(shop, off(hidden), on(hidden, { label: '3' }))
      expect(await shop.labels.waiting()).toEqual([
        { lid: '251556368777322', events: 3, since: new Date(began) },
      ])
      expect((await shop.reports.monitoring()).total).toBe(0)

      const mapped = await hear(shop, { told: 'lid', lid: '251556368777322', ...number(sari) })
      expect(mapped).toMatchObject({ recorded: 3, customersAdded: 1 })
      expect(await shop.labels.waiting()).toEqual([])
      const { current, log } = await labelsOf(shop, sari)
      expect(current).toMatchObject([{ key: '3', name: '3' }])
      expect(log.map(({ change, at }) => [change, at.getTime() - began])).toEqual([
        ['added', 0],
        ['removed', day],
        ['added', day],
      ])
      // From here on the linked id leads to the customer.
      expect(await hear(shop, on(hidden))).toMatchObject({ recorded: 1, customersAdded: 0 })
    })

    test('a number that is told before it is needed is kept, and makes nobody a customer', async () => {
      const { shop } = await newShop(open)
      await hear(shop, { told: 'lid', lid: '251556368777322', ...number(sari) })
      expect((await shop.reports.monitoring()).total).toBe(0)
      expect(await hear(shop, on(hidden))).toMatchObject({ recorded: 1, customersAdded: 1 })
      expect(await isOn(shop, sari)).toBe(true)
    })

    test('where number and linked id are of two customers, the number decides and it is said', async () => {
      const { shop } = await newShop(open)
      const byNumber = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const byLid = await shop.customers.add({ name: 'Sari', lid: '251556368777322' })
      const { conflicts, recorded } = await hear(shop, on({ ...sari, ...hidden }))
      expect(recorded).toBe(1)
      expect(conflicts).toEqual([
        { place: 'events[0]', reason: 'customers', customers: [byNumber.id, byLid.id] },
      ])
      expect((await shop.labels.of(byNumber.id)).current).toHaveLength(1)
      expect((await shop.labels.of(byLid.id)).current).toEqual([])
    })

    test('two of whom it tells as of one are kept until a person has looked, and are told once', async () => {
      const { shop } = await newShop(open)
      const byNumber = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const byLid = await shop.customers.add({ name: 'Sari', lid: '251556368777322' })
      const both = { ...sari, ...hidden }
      await hear(shop, on(both), off(both))
      await shop.labels.reconcile({
        source: 'waha',
        labels: [],
        chats: [{ chat: both, labels: ['9'] }],
      })
      const kept = { customers: [byNumber.id, byLid.id].sort(), dismissedAt: null }
      expect((await shop.conflicts.list()).rows).toMatchObject([kept])
      const told = await shop.events.of(kept.customers[0] ?? '')
      expect(told.filter(({ type }) => type === 'conflict.found')).toHaveLength(1)
      await shop.conflicts.dismiss({ customers: kept.customers })
      expect((await hear(shop, on(both))).conflicts).toHaveLength(1)
      expect((await shop.conflicts.list()).rows).toEqual([])
      expect(await shop.verify()).toMatchObject({ findings: [] })
    })

    test('a label deleted in WhatsApp ends for everybody; the log stays', async () => {
      const { shop, clock } = await newShop(open)
      const early = new Date(clock.now() - day)
      await hear(shop, gradeA, on(sari))
      clock.step(day)
      await hear(shop, { told: 'label', label: '9', deleted: true })
      expect((await labelsOf(shop, sari)).log).toMatchObject([
        { change: 'added', cause: 'told' },
        { change: 'removed', cause: 'deleted', by: null },
      ])
      expect(await isOn(shop, sari)).toBe(false)
      expect(await shop.labels.list()).toMatchObject([
        { name: 'Grade A', deletedAt: new Date(clock.now()) },
      ])
      // Late news of before, and what a bridge repeats when it connects again.
      await hear(shop, on({ whatsapp: '6285711112222' }, { at: early }), on(sari))
      expect(await shop.segments.count('has label "Grade A"')).toBe(0)
      await hear(shop, { ...gradeA, name: 'Grade B' }, on(sari))
      expect(await isOn(shop, sari)).toBe(true)
      expect(await shop.labels.list()).toMatchObject([{ name: 'Grade B', deletedAt: null }])
      expect(await shop.rebuild()).toBe(0)
    })

    test('a label is called by its id until it is told what it is called', async () => {
      const { shop } = await newShop(open)
      await hear(shop, on(sari))
      expect(await shop.labels.list()).toMatchObject([{ key: '9', name: '9' }])
      await hear(shop, on(sari, { labelName: 'Grade A' }))
      expect(await shop.labels.list()).toMatchObject([{ key: '9', name: 'Grade A' }])
      await hear(shop, { ...gradeA, name: 'Kelas A' }, on(sari, { labelName: 'Grade A' }))
      expect(await shop.labels.list()).toMatchObject([{ key: '9', name: 'Kelas A' }])
    })

    test('two labels of a source may have one name; another source is another label', async () => {
      const { shop } = await newShop(open)
      await hear(shop, gradeA, { ...gradeA, label: '10' }, on(sari))
      await shop.labels.hear({ source: 'evolution', events: [gradeA] })
      expect(
        (await shop.labels.list()).map(({ key, source }) => `${source} ${key}`).sort(),
      ).toEqual(['evolution 9', 'waha 10', 'waha 9'])
    })

    test('a full list puts right what went missing, and the same list again changes nothing', async () => {
      const { shop, clock } = await newShop(open)
      const budi: LabelChat = { whatsapp: '6285711112222' }
      await hear(shop, gradeA, { ...gradeA, label: '3', name: 'Baru' }, on(sari), on(hidden))
      clock.step(day)
      const list = {
        source: 'waha',
        labels: [{ label: '9', name: 'Kelas A', colour: '2' }],
        chats: [
          { chat: budi, labels: ['9'] },
          { chat: { lid: '99887766554433' }, labels: ['9'] },
        ],
      }
      const heard = await shop.labels.reconcile(list)
      expect(heard).toMatchObject({ recorded: 2, waiting: 2, labelsEdited: 2, customersAdded: 1 })
      expect(await isOn(shop, sari)).toBe(false)
      expect((await labelsOf(shop, budi)).log).toMatchObject([
        { change: 'added', cause: 'reconcile', at: new Date(clock.now()) },
      ])
      expect(await shop.labels.list()).toMatchObject([
        { key: '3', deletedAt: new Date(clock.now()) },
        { name: 'Kelas A', deletedAt: null },
      ])
      const again = await shop.labels.reconcile(list)
      expect(again).toMatchObject({ recorded: 0, waiting: 0, labelsEdited: 0, conflicts: [] })
    })

    test('a list that was made earlier does not undo what came after it', async () => {
      const { shop, clock } = await newShop(open)
      const at = new Date(clock.now())
      clock.step(day)
      await hear(shop, gradeA, on(sari))
      const { recorded } = await shop.labels.reconcile({
        source: 'waha',
        at,
        labels: [],
        chats: [],
      })
      expect(recorded).toBe(0)
      expect(await isOn(shop, sari)).toBe(true)
    })

    test('what is told of linked ids goes with their customer', async () => {
      const { shop } = await newShop(open)
      await hear(shop, { told: 'lid', lid: '251556368777322', ...number(sari) }, on(hidden))
      const customer = await shop.customers.find('lid', '251556368777322')
      await shop.customers.delete(customer?.id ?? '')
      expect(await hear(shop, on(hidden))).toMatchObject({ waiting: 1, customersAdded: 0 })
    })
  })
}

function hear(shop: Shop, ...events: readonly ToldOfLabels[]): Promise<LabelsHeard> {
  return shop.labels.hear({ source: 'waha', events })
}

function number({ whatsapp }: LabelChat): { readonly whatsapp: string } {
  return { whatsapp: whatsapp ?? '' }
}

async function labelsOf(shop: KitShop['shop'], chat: LabelChat) {
  const customer = await shop.customers.find('whatsapp', number(chat).whatsapp)
  return shop.labels.of(customer?.id ?? '')
}

async function isOn(shop: Shop, chat: LabelChat): Promise<boolean> {
  return (await labelsOf(shop, chat)).current.some(({ key }) => key === '9')
}

async function changesOf(shop: Shop, chat: LabelChat): Promise<readonly string[]> {
  return (await labelsOf(shop, chat)).log.map(({ change }) => change)
}
