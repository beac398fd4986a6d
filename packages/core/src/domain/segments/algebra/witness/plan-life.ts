import type { Life } from './life.ts'
import { planContacts } from './plan-contacts.ts'
import { planAttributes, planIdentities } from './plan-identities.ts'
import { planLabels } from './plan-labels.ts'
import { planProfile } from './plan-profile.ts'
import {
  planConsents,
  planMemberships,
  planSampleKey,
  planScores,
  planStanding,
} from './plan-records.ts'
import { planSales } from './plan-sales.ts'
import { earliest, mayBe, mayBeMissing, triesFor, type Wanted } from './wanted.ts'

const day = 86_400_000

/** A life that might make a customer what is wanted; undefined where none comes to mind. */
export function planLife(wanted: Wanted): Life | undefined {
  const profile = planProfile(wanted)
  const identities = planIdentities(wanted)
  const attributes = planAttributes(wanted)
  const consents = planConsents(wanted)
  const scores = planScores(wanted)
  const standing = planStanding(wanted)
  const sampleKey = planSampleKey(wanted)
  if (profile === undefined || identities === undefined || attributes === undefined)
    return undefined
  if (consents === undefined || scores === undefined || standing === undefined) return undefined
  const labels = planLabels(wanted)
  const interactions = planContacts(wanted)
  const trade = planSales(wanted)
  if (sampleKey === undefined || labels === undefined) return undefined
  if (interactions === undefined || trade === undefined) return undefined
  const beginning = planBeginning(
    wanted,
    [...interactions, ...trade.sales].map(({ at }) => at),
  )
  if (beginning === undefined) return undefined
  return {
    ...profile,
    ...identities,
    ...standing,
    ...trade,
    ...beginning,
    ...planMemberships(wanted),
    attributes,
    consents,
    scores,
    sampleKey,
    labels,
    interactions,
  }
}

/** When the customer was added, and the first contact as it is stated. */
function planBeginning(
  wanted: Wanted,
  events: readonly number[],
): Pick<Life, 'addedAt' | 'firstContactAt'> | undefined {
  const { at } = wanted
  // No clock of a shop shows a time before 1970.
  const bounds = { least: 0, most: at, preferred: [at - day, at] }
  const tries = triesFor(wanted, 'customers addedAt', bounds)
  const addedAt = tries.find((each) => each === at - day) ?? tries.toSorted((a, b) => b - a)[0]
  if (addedAt === undefined || !mayBeMissing(wanted, 'customers statedFirstContactAt'))
    return undefined
  const first = Math.min(addedAt, ...events)
  const variable = 'facts firstContactAt'
  if (mayBe(wanted, variable, first)) return { addedAt, firstContactAt: null }
  const others = Math.min(at, ...events)
  const [firstContactAt] = triesFor(wanted, variable, { least: earliest, most: others })
  return firstContactAt === undefined || firstContactAt > addedAt
    ? undefined
    : { addedAt, firstContactAt }
}
