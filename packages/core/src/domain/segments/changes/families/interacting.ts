import type { InteractionKind } from '../../../interactions/rows.ts'
import { usualChannel } from '../../../interactions/usual-channel.ts'
import { isAttributeFieldName } from '../../fields/attribute-field.ts'
import { eventLists } from '../../fields/event-lists.ts'
import { fields } from '../../fields/fields.ts'
import type { InteractionFilters, LeafPredicate } from '../../predicate.ts'
import type { InteractAction, InteractionAsked } from '../action.ts'
import type { Family } from '../search/family.ts'
import { isTaken, satisfying } from './satisfying.ts'

const mostInteractions = 1_000

/** The interactions that leaves ask about, by what of them is told apart: each list is of ways to do the same. */
export function interactionsIn(
  leaves: readonly LeafPredicate[],
): readonly (readonly Family<InteractAction>[])[] {
  const asked = new Map<string, readonly InteractionAsked[]>()
  for (const leaf of leaves) {
    for (const ways of waysIn(leaf)) asked.set(JSON.stringify(ways), ways)
  }
  return [...asked.values()].map((ways) => ways.map(familyOf))
}

function familyOf(interaction: InteractionAsked): Family<InteractAction> {
  return {
    dimensions: [{ least: () => 1, most: mostInteractions, isEven: true }],
    act: ([count = 1]) => ({ kind: 'interact', count, interaction }),
  }
}

function waysIn(leaf: LeafPredicate): readonly (readonly InteractionAsked[])[] {
  if ('interactions' in leaf) return [asFiltered(leaf.interactions)]
  if ('window' in leaf) return messagesTo(leaf.window.businessNumber)
  if ('canReceive' in leaf && leaf.canReceive === 'freeForm') return messagesTo(leaf.businessNumber)
  if (!('field' in leaf) || isAttributeFieldName(leaf.field)) return []
  return fields[leaf.field].dependsOn === 'facts' ? [[chat('inbound')], [chat('outbound')]] : []
}

/** Messages that open a window: of the number asked about. */
function messagesTo(businessNumber: string | undefined): readonly (readonly InteractionAsked[])[] {
  const isKnown = businessNumber === undefined || isTaken(businessNumber, 64)
  return isKnown ? [[chat('inbound', businessNumber)]] : []
}

function chat(direction: InteractionAsked['direction'], businessNumber?: string): InteractionAsked {
  return {
    kind: 'chat',
    channel: 'whatsapp',
    direction,
    businessNumber: businessNumber ?? null,
    device: null,
    product: null,
    term: null,
  }
}

/** Interactions that pass filters; none where a filter can be passed by nothing that is known. */
function asFiltered(filters: InteractionFilters): readonly InteractionAsked[] {
  const { kind: kinds, direction: directions } = eventLists.interactions.filters
  const kind = satisfying(filters.kind, 50, kinds?.choices)
  const channel = satisfying(filters.channel, 50)
  const direction = satisfying(filters.direction, 50, directions?.choices)
  const term = satisfying(filters.term, 500)
  const product = satisfying(filters.product, 200)
  const device = satisfying(filters.device, 100)
  if (kind === undefined || channel === undefined || direction === undefined) return []
  if (term === undefined || product === undefined || device === undefined) return []
  const ofKind = isKind(kind) ? kind : term === null ? 'chat' : 'search'
  const about = { kind: ofKind, device, product, term, businessNumber: null }
  return (isDirection(direction) ? [direction] : (['inbound', 'outbound'] as const)).map((way) => ({
    ...about,
    channel: channel ?? usualChannel(ofKind),
    direction: way,
  }))
}

function isKind(word: string | null): word is InteractionKind {
  return word !== null && (eventLists.interactions.filters.kind?.choices ?? []).includes(word)
}

function isDirection(word: string | null): word is InteractionAsked['direction'] {
  return word === 'inbound' || word === 'outbound'
}
