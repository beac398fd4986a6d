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

const toldOf =
  (told: object): InputSpec['right'] =>
  () => ({ source: 'waha', events: [told] })
const absentOrNothing = (wrong: readonly Wrong[]): readonly Wrong[] => [...wrong, nothing, absent]
const chat = { whatsapp: '6281234567890', lid: '251556368777322', name: 'Sari' }

const chatFields = (place: string): InputSpec['fields'] => ({
  [place]: [
    ['nothing known', {}],
    ['null', null],
    ['text', '6281234567890'],
  ],
  [`${place}.whatsapp`]: [...wrongTexts(100), ['no digits', 'nomor'], ['an id', '1@lid']],
  [`${place}.lid`]: wrongTexts(64),
  [`${place}.name`]: wrongTexts(200),
})

const labelInputs: readonly InputSpec[] = [
  {
    method: 'labels.hear',
    args: one,
    right: toldOf({ told: 'chat', label: '9', chat, change: 'added' }),
    fields: {
      source: absentOrNothing(wrongTexts(50)),
      by: wrongTexts(200),
      events: absentOrNothing(wrongLists),
      'events[0].told': absentOrNothing(wrongChoices),
      'events[0].label': absentOrNothing(wrongTexts(100)),
      'events[0].labelName': wrongTexts(200),
      'events[0].change': absentOrNothing(wrongChoices),
      'events[0].at': wrongDates,
      'events[0].by': wrongTexts(200),
      'events[0].eventId': wrongTexts(500),
      ...chatFields('events[0].chat'),
    },
    closed: ['', 'events[0]', 'events[0].chat'],
  },
  {
    method: 'labels.hear',
    args: one,
    right: toldOf({ told: 'label', label: '9', name: 'Grade A', colour: '2', deleted: false }),
    fields: {
      'events[0].label': absentOrNothing(wrongTexts(100)),
      'events[0].name': wrongTexts(200),
      'events[0].colour': wrongTexts(50),
      'events[0].deleted': [['a number', 1], ['text', 'true'], nothing],
      'events[0].at': wrongDates,
    },
    closed: ['events[0]'],
  },
  {
    method: 'labels.hear',
    args: one,
    right: toldOf({ told: 'lid', lid: '251556368777322', whatsapp: '6281234567890' }),
    fields: {
      'events[0].lid': absentOrNothing(wrongTexts(64)),
      'events[0].whatsapp': absentOrNothing(wrongTexts(100)),
    },
    closed: ['events[0]'],
  },
  {
    method: 'labels.reconcile',
    args: one,
    right: () => ({
      source: 'waha',
      labels: [{ label: '9', name: 'Grade A' }],
      chats: [{ chat, labels: ['9'] }],
    }),
    fields: {
      source: absentOrNothing(wrongTexts(50)),
      at: [...wrongDates, nothing],
      labels: absentOrNothing(wrongLists),
      'labels[0].label': absentOrNothing(wrongTexts(100)),
      'labels[0].name': wrongTexts(200),
      'labels[0].colour': wrongTexts(50),
      chats: absentOrNothing(wrongLists),
      'chats[0].labels': absentOrNothing(wrongLists),
      'chats[0].labels[0]': absentOrNothing(wrongTexts(100)),
      ...chatFields('chats[0].chat'),
    },
    closed: ['', 'labels[0]', 'chats[0]', 'chats[0].chat'],
  },
]

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
  ...labelInputs,
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
