import type {
  Action,
  ArchiveAction,
  BlacklistAction,
  BoughtGoods,
  BounceAction,
  BuyAction,
  SetAction,
} from '../../../domain/segments/changes/action.ts'
import type { SaleInput } from '../../../shop/input/transaction.ts'
import type { Shop } from '../../../shop/shop.ts'
import type { KitShop } from '../world/open.ts'

/** Does with the shop's own calls what an action names. Either way of paying is the one given. */
export async function perform(
  { shop, clock }: KitShop,
  customer: string,
  action: Action,
  paid: 'yes' | 'no' = 'no',
): Promise<unknown> {
  switch (action.kind) {
    case 'wait':
      return clock.step(action.until - clock.now())
    case 'tag':
      return action.given
        ? shop.tags.assign(action.tag, customer)
        : shop.tags.unassign(action.tag, customer)
    case 'group':
      return action.joined
        ? shop.groups.add(action.group, [customer])
        : shop.groups.remove(action.group, [customer])
    case 'label': {
      const { label, change, by } = action
      return shop.labels.record({ customer, label, change, by })
    }
    case 'consent': {
      const { purpose, channel, decision } = action
      return shop.consents.record({ customer, purpose, channel, decision })
    }
    case 'set':
      return shop.customers.edit(customer, fieldOf(action))
    case 'archive':
    case 'blacklist':
    case 'bounce':
      return mark(shop, customer, action)
    case 'interact': {
      const one = { customer, ...action.interaction }
      return shop.interactions.recordMany(Array.from({ length: action.count }, () => one))
    }
    case 'pay':
      return shop.transactions.payMany(
        action.parts.map(({ orderId, amount }) => ({ orderId, amount, method: action.method })),
      )
    case 'refund':
      for (const { orderId, amount } of action.parts)
        await shop.transactions.refund({ orderId, amount })
      return undefined
    case 'return': {
      const line = { product: other(0), quantity: -1, price: action.amount }
      const note = { kind: 'creditNote' as const, customer, orderId: nextOrder(), lines: [line] }
      return shop.transactions.record(action.refunded ? { ...note, refunded: true as const } : note)
    }
    case 'buy':
      return shop.transactions.recordMany(salesOf(action, customer, paid))
  }
}

function salesOf(
  { orders, paid, method }: BuyAction,
  customer: string,
  way: 'yes' | 'no',
): readonly SaleInput[] {
  const isPaid = paid === 'either' ? way === 'yes' : paid === 'yes'
  return orders.map((order) => {
    const sale = { customer, orderId: nextOrder(), method, lines: order.map(lineOf) }
    return isPaid ? { ...sale, paid: true } : sale
  })
}

async function mark(
  { customers }: Shop,
  customer: string,
  action: ArchiveAction | BlacklistAction | BounceAction,
): Promise<unknown> {
  switch (action.kind) {
    case 'archive':
      return action.archived ? customers.archive(customer) : customers.restore(customer)
    case 'blacklist':
      return action.blacklisted
        ? customers.blacklist(customer, { reason: 'fiktif' })
        : customers.unblacklist(customer)
    case 'bounce':
      return action.bounced
        ? customers.reportBounce({ email: action.email })
        : customers.confirmEmail(action.email)
  }
}

function fieldOf({ field, value }: SetAction): object {
  return field.startsWith('attr.')
    ? { attributes: { [field.slice('attr.'.length)]: value } }
    : { [field]: value }
}

function lineOf({ product, amount, ...line }: BoughtGoods, i: number) {
  return { ...line, product: product ?? other(i), price: amount, total: amount }
}

let made = 0

function nextOrder(): string {
  made += 1
  return `would-${made}`
}

/** A product that nothing asks about, and that nobody has bought. */
function other(i: number): string {
  return `☕ ${i} ${made}`
}
