import { describe, expect, test } from 'vitest'
import { parsePhone } from '../../src/domain/phone/parse-phone.ts'
import { simulateShop } from '../../src/simulator/simulate-shop.ts'
import { digestOf, eventsOf, perCustomer, usual } from './simulations.ts'

const events = eventsOf()

describe('a simulated shop follows from its seed', () => {
  test('the same seed makes the same shop', () => {
    expect(digestOf()).toBe(digestOf())
  })

  test('another seed makes another', () => {
    expect(digestOf({ seed: 'kopi-2' })).not.toBe(digestOf())
    expect(digestOf({ seed: 7 })).toBe(digestOf({ seed: '7' }))
  })

  test('a customer is the same in a shop of any size', () => {
    const small = eventsOf({ customers: 150 })
    const first150 = events.filter(({ customer }) => customer < 150)
    expect(small.length).toBeGreaterThan(1_000)
    expect(byCustomer(small)).toEqual(byCustomer(first150))
  })
})

describe('things happen in order', () => {
  test('in order of time, from the first instant to before the last', () => {
    const times = events.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBeGreaterThanOrEqual(usual.from.getTime())
    expect(times.at(-1)).toBeLessThan(usual.until.getTime())
  })

  test('everybody arrives once, before anything else of theirs', () => {
    const seen = new Set<number>()
    for (const { customer, arrives } of events) {
      expect(arrives).toBe(!seen.has(customer))
      seen.add(customer)
    }
    expect(seen.size).toBe(usual.customers)
  })

  test('an input has the time of its event', () => {
    for (const event of events) {
      if ('input' in event && 'at' in event.input) expect(event.input.at).toEqual(event.at)
    }
  })

  test('payments follow their order and never pay too much; goods come back after they were sold', () => {
    const open = new Map<string, number>()
    for (const event of events) {
      if (event.kind === 'order') {
        const { lines, charges = [], discount = 0, paid, orderId } = event.input
        const goods = lines.reduce(
          (sum, line) => sum + line.price * line.quantity - (line.discount ?? 0),
          0,
        )
        const total = goods + charges.reduce((sum, charge) => sum + charge.amount, 0) - discount
        expect(open.has(orderId)).toBe(false)
        open.set(orderId, total - Number(paid))
      } else if (event.kind === 'payment') {
        const left = (open.get(event.input.orderId) ?? -1) - event.input.amount
        expect(left).toBeGreaterThanOrEqual(0)
        open.set(event.input.orderId, left)
      } else if (event.kind === 'creditNote') {
        expect(open.get(event.input.orderId.replace('RET', 'INV'))).toBe(0)
      }
    }
    expect([...open.values()].every((left) => left >= 0)).toBe(true)
    expect([...open.values()].filter((left) => left > 0).length).toBeGreaterThan(5)
  })
})

describe('customers have what customers have', () => {
  test('phones are typed in many ways and always the same valid mobile, unlike anybody else’s', () => {
    const phones = new Map<number, string>()
    const ways = new Set<string>()
    for (const { customer, who } of events) {
      const phone = parsePhone(String(who.phone))
      expect(phone).toMatchObject({ country: 'ID', type: 'mobile' })
      expect(phones.get(customer) ?? phone?.e164).toBe(phone?.e164)
      phones.set(customer, phone?.e164 ?? '')
      ways.add(String(who.phone).replace(/\d/g, '9'))
    }
    expect(new Set(phones.values()).size).toBe(usual.customers)
    expect(ways.size).toBeGreaterThan(20)
  })

  test('all numbers of a large shop are different and valid', () => {
    const until = new Date(usual.from.getTime() + 90 * 86_400_000)
    const numbers: string[] = []
    for (const { arrives, who } of simulateShop({ ...usual, customers: 20_000, until })) {
      if (arrives) numbers.push(parsePhone(String(who.phone))?.e164 ?? 'none')
    }
    expect(numbers).toHaveLength(20_000)
    expect(numbers).not.toContain('none')
    expect(new Set(numbers).size).toBe(20_000)
  })

  test('names come from all over the country, in one word and in several', () => {
    const names = events.filter(({ arrives }) => arrives).map(({ who }) => who.name)
    expect(new Set(names).size).toBeGreaterThan(400)
    expect(names.some((name) => !name.includes(' '))).toBe(true)
    for (const known of [
      /^(Bu|Pak|Mas|Mbak) /,
      /^(I|Ni) (Wayan|Made|Nyoman|Ketut)/,
      /Siti|Sitti/,
    ]) {
      expect(
        names.some((name) => known.test(name)),
        String(known),
      ).toBe(true)
    }
  })

  test('no address can be anybody’s', () => {
    const addresses = events.flatMap(({ who }) => who.email ?? [])
    expect(addresses.length).toBeGreaterThan(100)
    for (const address of addresses) expect(address).toMatch(/@surel\.example$/)
    const ofCustomers = events.filter(({ arrives, who }) => arrives && who.email !== undefined)
    expect(new Set(addresses).size).toBe(ofCustomers.length)
  })
})

describe('the shop is a coffee shop in Indonesia', () => {
  test('some never buy, some buy once, some go on buying', () => {
    const orders = [...perCustomer(events, 'order').values()]
    const share = (wanted: (count: number) => boolean) =>
      orders.filter(wanted).length / orders.length
    expect(share((count) => count === 0)).toSatisfy(within(0.1, 0.25))
    expect(share((count) => count === 1)).toSatisfy(within(0.2, 0.4))
    expect(share((count) => count >= 2 && count < 6)).toSatisfy(within(0.15, 0.4))
    expect(share((count) => count >= 10)).toSatisfy(within(0.08, 0.3))
  })

  test('nothing is ordered in the dead of night, most before Lebaran, little when people are away', () => {
    const days = new Map<string, number>()
    for (const { kind, at } of events) {
      if (kind !== 'order') continue
      const local = new Date(at.getTime() + 7 * 3_600_000)
      expect(local.getUTCHours()).not.toBeOneOf([1, 2])
      const day = local.toISOString().slice(0, 10)
      days.set(day, (days.get(day) ?? 0) + 1)
    }
    const mean = (first: string, last: string) => {
      const counts = [...days].filter(([day]) => day >= first && day <= last)
      return counts.reduce((sum, [, count]) => sum + count, 0) / counts.length
    }
    expect(mean('2026-03-06', '2026-03-19')).toBeGreaterThan(1.2 * mean('2026-02-20', '2026-03-04'))
    expect(mean('2026-03-20', '2026-03-25')).toBeLessThan(0.7 * mean('2026-03-06', '2026-03-19'))
  })

  test('resellers pay a reseller’s price, for a few kilograms a week', () => {
    const bought = new Map<number, { kilos: number; spent: number }>()
    for (const event of events) {
      if (event.kind !== 'order' || event.input.dueDate === undefined) continue
      const sum = bought.get(event.customer) ?? { kilos: 0, spent: 0 }
      for (const { quantity, price, discount = 0, size } of event.input.lines) {
        expect(size).toBe('1000 g')
        expect(price - discount / quantity).toSatisfy(within(140_000, 310_000))
        sum.kilos += quantity
        sum.spent += price * quantity - discount
      }
      bought.set(event.customer, sum)
    }
    const weeks = (usual.until.getTime() - usual.from.getTime()) / (7 * 86_400_000)
    expect(bought.size).toBeGreaterThan(5)
    for (const { kilos, spent } of bought.values()) {
      expect(kilos / weeks).toBeLessThan(5)
      expect(spent).toBeLessThan(weeks * 1_200_000)
    }
  })

  test('everything happens at least now and then', () => {
    const kinds = new Map<string, number>()
    for (const { kind } of events) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    for (const kind of [
      'customer',
      'order',
      'payment',
      'creditNote',
      'interaction',
      'group',
      'label',
    ]) {
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(10)
    }
  })
})

test('a question that makes no shop is refused', () => {
  expect(() => simulateShop({ ...usual, customers: 0 })).toThrow(/whole number/)
  expect(() => simulateShop({ ...usual, customers: 1.5 })).toThrow(/whole number/)
  expect(() => simulateShop({ ...usual, until: usual.from })).toThrow(/after from/)
  expect(() => simulateShop({ ...usual, timeZone: 'Asia/Bandung' })).toThrow(/time zone/)
})

function byCustomer<T extends { readonly customer: number }>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => a.customer - b.customer)
}

function within(low: number, high: number): (share: number) => boolean {
  return (share) => share >= low && share <= high
}
