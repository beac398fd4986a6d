import { scoresOf } from '../../world/population.ts'
import {
  absent,
  nothing,
  type Wrong,
  wrongChoices,
  wrongDates,
  wrongIntegers,
  wrongLists,
  wrongTexts,
} from '../wrong-values.ts'
import { batchOf, type InputSpec, one } from './input-spec.ts'

const customer = [...wrongTexts(200), nothing, absent]

const labelFields: InputSpec['fields'] = {
  customer,
  label: [...wrongTexts(200), nothing, absent],
  source: [...wrongTexts(50), nothing],
  change: [...wrongChoices, nothing, absent],
  at: [...wrongDates, nothing],
  by: wrongTexts(200),
  eventId: wrongTexts(500),
}

const wrongRanks: readonly Wrong[] = [...wrongIntegers, ['0', 0], ['6', 6], nothing, absent]

const wrongNumbers: readonly Wrong[] = [
  ['text', '1'],
  ['a flag', true],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a negative number', -0.000_001],
  ['a bigint', 1n],
  nothing,
  absent,
]

const wrongPurchases: readonly Wrong[] = [...wrongNumbers, ['far too many', 1_000_000_001]]

export const recordedInputs: readonly InputSpec[] = [
  {
    method: 'labels.record',
    args: one,
    right: (ids) => ({ customer: ids.customer, label: 'Grade B', change: 'added' }),
    fields: labelFields,
    closed: [''],
  },
  {
    method: 'labels.recordMany',
    place: '[0]',
    args: batchOf,
    right: (ids) => ({ customer: ids.customer, label: ids.label, change: 'removed' }),
    fields: labelFields,
    closed: [''],
  },
  {
    method: 'consents.record',
    args: one,
    right: (ids) => ({ customer: ids.customer, purpose: 'service', decision: 'denied' }),
    fields: {
      customer,
      purpose: [...wrongChoices, nothing, absent],
      channel: wrongChoices,
      decision: [...wrongChoices, nothing, absent],
      at: [...wrongDates, nothing],
      by: wrongTexts(200),
      proof: wrongTexts(2_000),
      eventId: wrongTexts(500),
    },
    closed: [''],
  },
  {
    method: 'scores.record',
    args: one,
    right: (ids) => ({ asOf: new Date(0), ...scoresOf(ids.newcomer) }),
    fields: {
      asOf: [...wrongDates, nothing, absent],
      rfm: [...wrongLists, nothing],
      'rfm[0].customer': customer,
      'rfm[0].recency': wrongRanks,
      'rfm[0].frequency': wrongRanks,
      'rfm[0].monetary': wrongRanks,
      'rfm[0].group': [...wrongChoices, nothing, absent],
      model: [...wrongLists, nothing],
      'model[0].customer': customer,
      'model[0].probabilityAlive': [...wrongNumbers, ['more than 1', 1.000_001]],
      'model[0].expectedPurchases': [['a number', 1], nothing, absent],
      'model[0].expectedPurchases.30': wrongPurchases,
      'model[0].expectedPurchases.90': wrongPurchases,
      'model[0].expectedPurchases.180': wrongPurchases,
      'model[0].expectedPurchases.365': wrongPurchases,
    },
    closed: ['', 'rfm[0]', 'model[0]', 'model[0].expectedPurchases'],
  },
]
