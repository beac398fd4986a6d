import type { ConsentChannel, ConsentPurpose } from '../../../consents/rows.ts'
import { consentChannels, consentDecisions, consentPurposes } from '../../../consents/rows.ts'
import { rfmGroups } from '../../../scores/rows.ts'
import { sampleModulus, samplePlace } from '../../evaluate/sample.ts'
import { heldAs } from '../prove/held.ts'
import { fits } from '../prove/refute-tests.ts'
import type { Life, LifeConsent } from './life.ts'
import { heldOn, mayBe, mayBeMissing, numbersFor, triesFor, type Wanted } from './wanted.ts'

/** Groups and tags that the customer is to be in. */
export function planMemberships(wanted: Wanted): Pick<Life, 'groups' | 'tags'> {
  const groups: string[] = []
  const tags: string[] = []
  for (const held of wanted.store.values()) {
    for (const { literal, holds } of held) {
      const { condition } = literal
      if (!holds || condition.op !== 'member') continue
      if (condition.of === 'group') groups.push(condition.id)
      else tags.push(condition.id)
    }
  }
  return { groups: [...new Set(groups)], tags: [...new Set(tags)] }
}

export function planConsents(wanted: Wanted): readonly LifeConsent[] | undefined {
  const consents: LifeConsent[] = []
  for (const purpose of consentPurposes) {
    for (const channel of consentChannels) {
      const consent = planConsent(wanted, purpose, channel)
      if (consent === undefined) return undefined
      if (consent !== null) consents.push(consent)
    }
  }
  return consents
}

function planConsent(
  wanted: Wanted,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
): LifeConsent | null | undefined {
  const variable = `consent ${purpose} ${channel}`
  if (mayBeMissing(wanted, variable)) return null
  const held = heldOn(wanted, variable)
  const decision = consentDecisions.find((each) => fits(held, () => each))
  return decision && { purpose, channel, decision, at: wanted.at }
}

const none = { rfm: undefined, model: undefined }
const ranks = ['rfmRecency', 'rfmFrequency', 'rfmMonetary'] as const
const model = [
  'probabilityAlive',
  'expectedPurchases30',
  'expectedPurchases90',
  'expectedPurchases180',
  'expectedPurchases365',
] as const

/** What models say: all scores of one kind or none of them. */
export function planScores(wanted: Wanted): Life['scores'] | undefined {
  const free = (column: string): boolean => mayBeMissing(wanted, `score ${column}`)
  const rfm = [...ranks, 'rfmGroup'].every(free) ? none.rfm : planRfm(wanted)
  const models = model.every(free) ? none.model : planModel(wanted)
  if (rfm === null || models === null) return undefined
  return { ...(rfm && { rfm }), ...(models && { model: models }) }
}

function planRfm(wanted: Wanted): Life['scores']['rfm'] | null {
  const [rfmRecency, rfmFrequency, rfmMonetary] = ranks.map((column) =>
    scoreFor(wanted, column, 1, 5),
  )
  const held = heldOn(wanted, 'score rfmGroup')
  const isMissing = heldAs(held, 'missing', true).length > 0
  const rfmGroup = isMissing ? undefined : rfmGroups.find((group) => fits(held, () => group))
  if (rfmRecency === undefined || rfmFrequency === undefined) return null
  if (rfmMonetary === undefined || rfmGroup === undefined) return null
  return { rfmRecency, rfmFrequency, rfmMonetary, rfmGroup, rfmAsOf: wanted.at }
}

function planModel(wanted: Wanted): Life['scores']['model'] | null {
  const [
    probabilityAlive,
    expectedPurchases30,
    expectedPurchases90,
    expectedPurchases180,
    expectedPurchases365,
  ] = model.map((column) => scoreFor(wanted, column, 0, column === 'probabilityAlive' ? 1e6 : 1e12))
  if (probabilityAlive === undefined || expectedPurchases30 === undefined) return null
  if (expectedPurchases90 === undefined || expectedPurchases180 === undefined) return null
  if (expectedPurchases365 === undefined) return null
  return {
    probabilityAlive,
    expectedPurchases30,
    expectedPurchases90,
    expectedPurchases180,
    expectedPurchases365,
    modelAsOf: wanted.at,
  }
}

function scoreFor(wanted: Wanted, column: string, least: number, most: number): number | undefined {
  return triesFor(wanted, `score ${column}`, { least, most })[0]
}

/** Archived or not, blacklisted or not; a blacklisting that ended is not made up. */
export function planStanding(
  wanted: Wanted,
): Pick<Life, 'archivedAt' | 'blacklistedAt'> | undefined {
  const times = ['archivedAt', 'blacklistedAt'].map((column) => {
    const variable = `customers ${column}`
    if (mayBeMissing(wanted, variable)) return null
    return mayBe(wanted, variable, wanted.at) ? wanted.at : undefined
  })
  const [archivedAt, blacklistedAt] = times
  return archivedAt === undefined || blacklistedAt === undefined
    ? undefined
    : { archivedAt, blacklistedAt }
}

const triesOfKeys = 200

/** A sample key that falls into the samples wanted and into none of the others. */
export function planSampleKey(wanted: Wanted): number | undefined {
  const places = [...wanted.store.keys()].filter((variable) => variable.startsWith('sample '))
  const suits = (key: number): boolean =>
    places.every((variable) => {
      const [, a, b] = variable.split(' ').map(Number)
      return mayBe(wanted, variable, samplePlace(a ?? 1, b ?? 0, key))
    })
  return keysFor(wanted, places).find(suits)
}

function keysFor(wanted: Wanted, places: readonly string[]): readonly number[] {
  const keys = Array.from({ length: triesOfKeys }, (_, i) => (i * 10_745_521) % sampleModulus)
  const inside = places.flatMap((variable) => {
    const [, a, b] = variable.split(' ').map(Number)
    const [low, high] = numbersFor(wanted, variable)[0] ?? [0, 0]
    const width = Math.floor((high - low) / triesOfKeys)
    const inverse = inverseOf(a ?? 1)
    return keys.map((_, i) => keyAt(low + i * Math.max(width, 1), inverse, b ?? 0))
  })
  return [...keys, ...inside]
}

const modulus = BigInt(sampleModulus)

/** The key whose place is this one: (place − b) ÷ a. */
function keyAt(place: number, inverse: bigint, b: number): number {
  const distance = (BigInt(place - b) % modulus) + modulus
  return Number((distance * inverse) % modulus)
}

/** By Fermat: a^(p − 2). */
function inverseOf(a: number): bigint {
  let result = 1n
  let base = BigInt(a)
  for (let exponent = modulus - 2n; exponent > 0n; exponent /= 2n) {
    if (exponent % 2n === 1n) result = (result * base) % modulus
    base = (base * base) % modulus
  }
  return result
}
