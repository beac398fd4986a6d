import { kitChannel, numberOfChannel } from '../../world/channel.ts'
import {
  absent,
  nothing,
  type Wrong,
  wrongChoices,
  wrongDates,
  wrongIntegers,
  wrongTexts,
} from '../wrong-values.ts'
import { customerOnTheSpot, knownCustomer, newCustomer } from './customer-fields.ts'
import { batchOf, type InputSpec, one } from './input-spec.ts'

const interactionFields: InputSpec['fields'] = {
  kind: [...wrongChoices, nothing, absent],
  channel: [...wrongTexts(50), nothing],
  direction: [...wrongChoices, nothing],
  at: [...wrongDates, nothing],
  businessNumber: wrongTexts(64),
  device: wrongTexts(100),
  product: wrongTexts(200),
  term: wrongTexts(500),
  reference: wrongTexts(500),
  opensWindow: [...wrongChoices, nothing],
}

const statusFields: InputSpec['fields'] = {
  message: [...wrongTexts(500), nothing, absent],
  status: [...wrongChoices, nothing, absent],
  at: [...wrongDates, nothing],
  error: wrongIntegers,
  act: wrongChoices,
  pricing: wrongChoices,
  'pricing.billable': wrongChoices,
  'pricing.model': wrongTexts(100),
  'pricing.type': wrongTexts(100),
  'pricing.category': wrongTexts(100),
  callbackData: wrongTexts(1_000),
}

const wrongFunctions: readonly Wrong[] = [['text', 'send'], ['an object', {}], nothing, absent]

const channelFields: InputSpec['fields'] = {
  channel: [...wrongChoices, nothing, absent],
  'channel.name': [...wrongChoices, nothing, absent],
  'channel.businessNumber': [...wrongTexts(64), nothing, absent],
}

const offer = { form: 'template', purpose: 'marketing', content: 'Kopi baru' }

const sendFields: InputSpec['fields'] = {
  customer: [...wrongTexts(200), nothing, absent],
  ...channelFields,
  'channel.takeTurn': wrongFunctions,
  'channel.send': wrongFunctions,
  message: [...wrongChoices, nothing, absent, ['what is no JSON', { ...offer, cups: 10n }]],
  'message.form': [...wrongChoices, nothing, absent],
  'message.purpose': [...wrongChoices, ['sharing', 'sharing'], nothing, absent],
  reference: wrongTexts(500),
  signal: [...wrongChoices, nothing],
}

const status = { message: 'wamid.9', status: 'sent', pricing: {} }

export const interactionInputs: readonly InputSpec[] = [
  {
    method: 'messages.send',
    args: one,
    right: ({ customer }) => ({
      customer,
      channel: kitChannel(),
      message: offer,
      reference: 'offer-1',
    }),
    fields: sendFields,
    closed: [''],
  },
  {
    method: 'messages.mayReceive',
    args: one,
    right: ({ customer }) => ({
      customer,
      channel: { name: 'whatsapp', businessNumber: numberOfChannel },
      form: 'freeForm',
      purpose: 'service',
    }),
    fields: {
      customer: [...wrongTexts(200), nothing, absent],
      ...channelFields,
      form: [...wrongChoices, nothing, absent],
      purpose: [...wrongChoices, nothing, absent],
    },
    closed: [''],
  },
  {
    method: 'interactions.record',
    args: one,
    right: ({ customer }) => ({ customer, kind: 'chat' }),
    fields: { customer: knownCustomer, ...interactionFields },
    closed: [''],
  },
  {
    method: 'interactions.record',
    args: one,
    right: () => ({ customer: newCustomer(), kind: 'chat' }),
    fields: customerOnTheSpot,
    closed: ['customer'],
  },
  {
    method: 'interactions.recordMany',
    place: '[0]',
    args: batchOf,
    right: () => ({ customer: newCustomer(), kind: 'chat' }),
    fields: { ...interactionFields, ...customerOnTheSpot },
    closed: ['', 'customer'],
  },
  {
    method: 'messages.recordStatus',
    args: one,
    right: () => status,
    fields: statusFields,
    closed: ['', 'pricing'],
  },
  {
    method: 'messages.recordStatuses',
    place: '[0]',
    args: batchOf,
    right: () => status,
    fields: statusFields,
    closed: ['', 'pricing'],
  },
]
