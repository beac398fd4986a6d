import type { Identity } from '../../domain/customers/identity.ts'
import { ownerText } from '../../domain/customers/number.ts'
import type { CustomerOnTheSpotInput } from '../input/customer.ts'
import { identitiesGiven } from './parts.ts'

/** A customer as an input refers to one: by id, or given on the spot with normalised identities. */
export type CustomerReference = { readonly id: string } | CustomerOnTheSpot

export interface CustomerOnTheSpot {
  readonly given: CustomerOnTheSpotInput
  readonly identities: readonly Identity[]
}

export function customerReference(customer: string | CustomerOnTheSpotInput): CustomerReference {
  if (typeof customer === 'string') return { id: customer }
  return { given: customer, identities: [...identitiesGiven(customer).values()].flat() }
}

/**
 * What tells a customer apart: the id; the shop's own number, where one is given, whatever else was said
 * and has changed since; else the other identities; for want of those the name.
 */
export function referenceText(reference: CustomerReference): string {
  if ('id' in reference) return reference.id
  const keys = tellingKeys(reference)
  return JSON.stringify(keys.length > 0 ? keys : [reference.given.name])
}

/** The keys of the identities that tell a customer apart. */
export function tellingKeys({ identities }: CustomerOnTheSpot): readonly string[] {
  const own = identities.filter(({ kind }) => kind === 'external')
  return [...new Set((own.length > 0 ? own : identities).map(ownerText))]
}
