import type { InteractionKind } from '../../../interactions/rows.ts'
import type { BoughtOrders, ChangeLanguage } from './change-language.ts'

const interactionNouns: Readonly<Record<InteractionKind, readonly [one: string, more: string]>> = {
  chat: ['message', 'messages'],
  email: ['e-mail', 'e-mails'],
  form: ['form', 'forms'],
  pageView: ['page view', 'page views'],
  search: ['search', 'searches'],
  call: ['call', 'calls'],
}

export const englishChanges: ChangeLanguage = {
  wait: (until) => `waiting until ${until}`,
  tag: (name, given) => (given ? `the tag ${name} given by hand` : `the tag ${name} taken back`),
  group: (name, joined) =>
    joined ? `put into the group ${name}` : `taken out of the group ${name}`,
  label: (name, change, by) =>
    `the label ${name} ${change === 'added' ? 'put on' : 'taken off'}${by === null ? '' : ` by ${by}`}`,
  consent: (purpose, channel, decision) =>
    `consent to ${purpose} ${channel === null ? 'on every channel' : `by ${channel}`} ${decision}`,
  set: (noun, value) => `the ${noun} set to ${value}`,
  emptied: (noun) => `the ${noun} taken away`,
  taken: (noun, values) => `the ${noun} ${values.join(' and ')} taken away`,
  toAnything: (noun) => `the ${noun} set to anything that is not asked about`,
  archived: (archived) => (archived ? 'archived' : 'restored from the archive'),
  blacklisted: (blacklisted) => (blacklisted ? 'blacklisted' : 'taken off the blacklist'),
  bounced: (email, bounced) =>
    bounced ? `mail to ${email} returned` : `the e-mail address ${email} confirmed`,
  interactions(count, kind, direction, about) {
    const [one, more] = interactionNouns[kind]
    const noun = count === 1 ? `one ${one}` : `${count} ${more}`
    return `${noun} ${direction === 'inbound' ? 'from' : 'to'} the customer${about}`
  },
  paid: (amounts, orders, method) =>
    `${amounts} paid of ${orders.length === 1 ? 'order' : 'orders'} ${orders.join(', ')}${by(method)}`,
  refunded: (amounts, notes) =>
    `${amounts} refunded of ${notes.length === 1 ? 'credit note' : 'credit notes'} ${notes.join(', ')}`,
  returned: (amount, refunded) =>
    `goods for ${amount} returned, ${refunded ? 'refunded' : 'left as credit'}`,
  bought(orders) {
    const { count, amount } = orders
    const many = count === 1 ? 'one' : String(count)
    const what =
      amount === null
        ? `${many} more ${count === 1 ? 'order' : 'orders'}`
        : `${amount} more in ${many} ${count === 1 ? 'order' : 'orders'}`
    return what + contents(orders) + payment(orders)
  },
}

function contents({ pieces, products, goods }: BoughtOrders): string {
  const texts = [
    ...(pieces === null ? [] : [`${pieces} pieces`]),
    ...(products === null ? [] : [`${products} other products`]),
    ...goods,
  ]
  return texts.length === 0 ? '' : ` of ${texts.join(', ')}`
}

function payment({ paid, method }: BoughtOrders): string {
  if (paid === 'either') return ''
  return paid === 'no' ? ', not paid' : `, paid${by(method)}`
}

function by(method: string | null): string {
  return method === null ? '' : ` by ${method}`
}
