import type { InteractionKind } from '../../../interactions/rows.ts'
import { usualChannel, usualKind } from '../../../interactions/usual-channel.ts'
import { fold } from '../../../text/fold.ts'
import { compileValueTest } from '../../evaluate/value-test.ts'
import { isAttributeFieldName } from '../../fields/attribute-field.ts'
import { eventLists } from '../../fields/event-lists.ts'
import { fields } from '../../fields/fields.ts'
import type { InteractionFilters, LeafPredicate, TextFilter } from '../../predicate.ts'
import { eventFilter } from '../../resolve/event-filters.ts'
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
  const direction = satisfying(filters.direction, 50, filtersOf.direction?.choices)
  const channel = likelyChannel(filters.channel)
  const term = satisfying(filters.term, 500)
  const product = satisfying(filters.product, 200)
  const device = satisfying(filters.device, 100)
  if (channel === undefined || direction === undefined) return []
  if (term === undefined || product === undefined || device === undefined) return []
  const about = { device, product, term, businessNumber: null }
  return (isDirection(direction) ? [direction] : (['inbound', 'outbound'] as const)).flatMap(
    (way) => {
      const likely = term === null ? usualKind(fold(channel ?? ''), way) : 'search'
      const kinds = [likely, ...(filtersOf.kind?.choices ?? [])]
      const kind = satisfying(filters.kind, 50, kinds) ?? likely
      if (!isKind(kind)) return []
      // Nobody sends these to a customer.
      if (direction === null && way === 'outbound' && ownKinds.has(kind)) return []
      return [{ ...about, kind, channel: channel ?? usualChannel(kind), direction: way }]
    },
  )
}

const filtersOf = eventLists.interactions.filters

/** A channel that passes a filter: a usual one before one that is only the text asked for. */
function likelyChannel(filter: TextFilter | undefined): string | null | undefined {
  const asked = filtersOf.channel
  if (filter === undefined || asked === undefined) return null
  const passes = compileValueTest(eventFilter(asked, filter).test)
  return ['whatsapp', 'email', 'web', 'phone'].find(passes) ?? satisfying(filter, 50)
}

const ownKinds: ReadonlySet<InteractionKind> = new Set(['form', 'pageView', 'search'])

function isKind(word: string): word is InteractionKind {
  return (filtersOf.kind?.choices ?? []).includes(word)
}

function isDirection(word: string | null): word is InteractionAsked['direction'] {
  return word === 'inbound' || word === 'outbound'
}
