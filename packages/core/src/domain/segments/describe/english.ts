import { formatAmount } from '../../money/format.ts'
import type { Step } from '../../time/step.ts'
import type { Comparison } from '../condition.ts'
import { words } from './english-words.ts'
import type { Clause, InstantClauses, Language } from './language.ts'
import { quotedText } from './quoted-text.ts'

const whose = (noun: string): Clause => ({ yes: `whose ${noun} was`, no: `whose ${noun} was not` })

const known = (noun: string): InstantClauses => ({
  ...whose(noun),
  none: { yes: `who have no ${noun}`, no: `who have a ${noun}` },
})

const comparisons: Readonly<Record<Comparison, string>> = {
  '=': '',
  '<': 'less than ',
  '<=': 'at most ',
  '>': 'more than ',
  '>=': 'at least ',
}

const places: Readonly<Record<Comparison, string>> = {
  '=': 'at',
  '<': 'before',
  '<=': 'at or before',
  '>': 'after',
  '>=': 'at or after',
}

const days = {
  on: 'on',
  before: 'before',
  after: 'after',
  since: 'on or after',
  until: 'on or before',
} as const

const months =
  'January February March April May June July August September October November December'.split(' ')

/** English, for people who read it in any country: days before months, months in words. */
export const english: Language = {
  everybody: 'All customers.',
  nobody: 'No customers.',
  anybody: { yes: 'who are customers', no: 'who are no customers' },
  sentence: (clause) => `Customers ${clause}.`,
  belongs: (isSo, clause) =>
    isSo
      ? `Belongs: this takes in customers ${clause}.`
      : `Does not belong: this leaves out customers ${clause}.`,
  here: (values) => `(here: ${values})`,
  nothing: 'nothing',
  and: 'and',
  or: 'or',
  atLeast: (count, clauses) => `for whom at least ${count} of these hold: ${clauses.join('; ')}`,
  atMost: (count, clauses) => `for whom at most ${count} of these hold: ${clauses.join('; ')}`,

  nouns: {
    name: 'name',
    businessName: 'business name',
    phone: 'phone number',
    email: 'e-mail address',
    whatsapp: 'WhatsApp id',
    userId: 'WhatsApp user id',
    lid: 'linked WhatsApp id',
    external: 'customer number',
    address: 'address',
    city: 'city',
    region: 'region',
    country: 'country',
    age: 'age',
    birthDate: 'date of birth',
    birthday: 'birthday',
    firstPurchaseAnniversary: 'anniversary of the first purchase',
    gender: 'gender',
    education: 'education',
    occupation: 'occupation',
    notes: 'note',
    interests: 'interest',
    favouriteProducts: 'favourite product',
    category: 'category',
    preferredChannel: 'preferred channel',
    acquisition: 'way of acquisition',
    source: 'source',
    campaign: 'campaign',
    adClickId: 'ad click id',
    interactions: 'number of interactions',
    ltv: 'lifetime value',
    paid: 'total paid',
    refunded: 'total refunded',
    orders: 'number of orders',
    paidOrders: 'number of fully paid orders',
    pieces: 'number of pieces bought',
    averageOrder: 'average order',
    ordersTotal: 'total of all orders',
    balance: 'balance owed',
    receivable: 'unpaid total',
    credit: 'credit',
    overdueBalance: 'overdue balance',
    loyalty: 'loyalty',
    rfmRecency: 'RFM score for recency',
    rfmFrequency: 'RFM score for frequency',
    rfmMonetary: 'RFM score for money',
    rfmGroup: 'RFM group',
    probabilityAlive: 'probability of being alive',
  },
  flags: {
    productive: { yes: 'who have a fully paid order', no: 'who have no fully paid order' },
    archived: { yes: 'who are archived', no: 'who are not archived' },
    blacklisted: { yes: 'who are blacklisted', no: 'who are not blacklisted' },
    emailBounced: { yes: 'whose e-mail bounced', no: 'whose e-mail did not bounce' },
    optedOut: { yes: 'who opted out of marketing', no: 'who did not opt out of marketing' },
  },
  instants: {
    added: {
      yes: 'who were added',
      no: 'who were not added',
      none: { yes: 'who were never added', no: 'who were added' },
    },
    firstContact: known('first contact'),
    lastInteraction: known('last interaction'),
    lastActivity: known('last activity'),
    firstPurchase: known('first purchase'),
    lastPurchase: known('last purchase'),
    overdue: {
      yes: 'whose oldest unpaid invoice became overdue',
      no: 'whose oldest unpaid invoice did not become overdue',
      ahead: {
        yes: 'whose oldest unpaid invoice becomes overdue',
        no: 'whose oldest unpaid invoice does not become overdue',
      },
      either: {
        yes: 'whose oldest unpaid invoice became or becomes overdue',
        no: 'whose oldest unpaid invoice neither became nor becomes overdue',
      },
      none: {
        yes: 'who have no unpaid invoice with a due date',
        no: 'who have an unpaid invoice with a due date',
      },
    },
  },
  attribute: (name) => quotedText(name),
  of: (noun, said) => ({ yes: `whose ${noun} ${said.yes}`, no: `whose ${noun} ${said.no}` }),
  none: (noun, said) => `who have no ${noun} that ${said}`,

  measures: {
    purchases: {
      orders: 'number of orders',
      lines: 'number of order lines',
      quantity: 'number of pieces bought',
      total: 'amount spent',
      distinctProducts: 'number of different products bought',
      first: 'first purchase',
      last: 'last purchase',
    },
    payments: {
      count: 'number of payments',
      total: 'amount paid',
      first: 'first payment',
      last: 'last payment',
    },
    interactions: {
      count: 'number of interactions',
      first: 'first interaction',
      last: 'last interaction',
    },
    labels: { count: 'number of labels put on', first: 'first label', last: 'last label' },
  },
  timed: (noun, filters) => whose(`${noun} ${filters}`.trimEnd()),
  filter: (name, said) => `${name} ${said}`,

  compared: (is, value) => `is ${comparisons[is]}${value}`,
  placed: (is, value) => `comes ${places[is]} ${value}`,
  between: (low, high) => ({
    yes: `is between ${low} and ${high}`,
    no: `is not between ${low} and ${high}`,
  }),
  oneOf: (values) => ({
    yes: values.length === 0 ? 'is one of nothing' : `is ${values.join(' or ')}`,
    no: noneOf(values),
  }),
  text: (is, value) => {
    const [verb, bare] = {
      contains: ['contains', 'contain'],
      startsWith: ['begins with', 'begin with'],
      endsWith: ['ends with', 'end with'],
      exactly: ['is exactly', 'is not exactly'],
    }[is]
    return {
      yes: `${verb} ${value}`,
      no: is === 'exactly' ? `${bare} ${value}` : `does not ${bare} ${value}`,
    }
  },
  equal: (value) => ({ yes: `is ${value}`, no: `is not ${value}` }),
  missing: { yes: 'is not known', no: 'is known' },
  orMissing: ' or not known',

  period: {
    last: (step) => `in the last ${stepText(step)}`,
    next: (step) => `in the next ${stepText(step)}`,
    calendar: (position, unit) =>
      unit === 'day'
        ? { last: 'yesterday', this: 'today', next: 'tomorrow' }[position]
        : `${position} ${unit}`,
    dated: (key, date) => `${days[key]} ${date}`,
    between: (first, last) => `between ${first} and ${last}`,
  },
  ago: (is, step) =>
    is === '<=' ? `${stepText(step)} ago or longer` : `less than ${stepText(step)} ago`,
  later: (step) => `later than ${stepText(step)} ago`,
  at: (is, instant) => `${places[is]} ${instant}`,
  date: (year, month, day) => `${day} ${months[month - 1]} ${year}`,

  windowIsOpen: (number) => ({
    yes: `whose ${windowOf(number)} is open`,
    no: `whose ${windowOf(number)} is not open`,
  }),
  windowCloses: (number, step) => ({
    yes: `whose ${windowOf(number)} closes within ${stepText(step)}`,
    no: `whose ${windowOf(number)} does not close within ${stepText(step)}`,
  }),
  canReceiveTemplate: () => ({
    yes: 'who can receive a template',
    no: 'who cannot receive a template',
  }),
  canReceiveFreeForm(number) {
    const message =
      number === undefined ? 'a free-form message' : `a free-form message from ${number}`
    return { yes: `who can receive ${message}`, no: `who cannot receive ${message}` }
  },
  label: (name) => ({ yes: `who have the label ${name}`, no: `who do not have the label ${name}` }),
  hadLabel: (name, date) => ({
    yes: `who had the label ${name} on ${date}`,
    no: `who did not have the label ${name} on ${date}`,
  }),
  consent(purpose, decision, channel) {
    const consent = `whose consent to ${purpose}`
    return channel === undefined
      ? {
          yes: `${consent} on some channel is ${decision}`,
          no: `${consent} on no channel is ${decision}`,
        }
      : {
          yes: `${consent} by ${words[channel] ?? channel} is ${decision}`,
          no: `${consent} by ${words[channel] ?? channel} is not ${decision}`,
        }
  },
  expectedPurchases: (days) => `number of purchases expected in ${days} days`,
  segment(name, held) {
    if (held === undefined)
      return {
        yes: `who are in the segment ${name}`,
        no: `who are not in the segment ${name}`,
      }
    const since = `${name} for ${stepText(held)} or longer`
    return {
      yes: `who have been in the segment ${since}`,
      no: `who have not been in the segment ${since}`,
    }
  },
  group: (name) => ({
    yes: `who are in the group ${name}`,
    no: `who are not in the group ${name}`,
  }),
  tag: (name) => ({ yes: `who have the tag ${name}`, no: `who do not have the tag ${name}` }),
  sample: (percent, seed) => ({
    yes: `who are in the ${percent}% sample ${seed}`,
    no: `who are not in the ${percent}% sample ${seed}`,
  }),
  number: String,
  amount: (minor, currency) => formatAmount(minor, currency, 'en'),
  word: (word) => words[word] ?? word,
  filterWord: (_, word) => words[word] ?? word,
}

function noneOf(values: readonly string[]): string {
  const [first, second] = values
  if (first === undefined) return 'is anything'
  return second === undefined ? `is not ${first}` : `is neither ${values.join(' nor ')}`
}

function windowOf(number: string | undefined): string {
  return number === undefined ? 'WhatsApp window' : `WhatsApp window with ${number}`
}

function stepText(step: Step): string {
  const [[unit, count] = ['', 0]] = Object.entries(step)
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}
