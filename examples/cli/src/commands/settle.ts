import type { PayInput, Payment, Shop, Transaction } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { isAll, partOf } from '../input/all-or-amount.ts'
import { parseAmount } from '../input/amount.ts'
import type { Answer } from '../output/answer.ts'
import { oneLine } from '../output/one-line.ts'
import { fieldsOf } from '../output/table.ts'
import { findOrder } from '../session/find-order.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

interface SettleOptions {
  readonly order?: string
  readonly amount?: string
  readonly method?: string
  readonly reference?: string
  readonly note?: string
  readonly fromCredit?: true
}

/** What is settled, and by which method of the shop. */
interface Settling {
  readonly name: 'pay' | 'refund'
  readonly kind: Transaction['kind']
  readonly what: string
  readonly settle: (transactions: Shop['transactions'], input: PayInput) => Promise<Payment>
}

export function definePay(command: Command): void {
  command.description('Records a payment of a sale, never more than is open.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db pay A-2 50.000 --method qris --reference TRX-881
  toko --db shop.db pay A-2 all --from-credit`,
  )
  defineSettling(command, {
    name: 'pay',
    kind: 'sale',
    what: 'sale',
    settle: (transactions, input) => transactions.pay(input),
  })
}

export function defineRefund(command: Command): void {
  command
    .description('Records money given back on a credit note, never more than is open.')
    .addHelpText('after', '\nExample:\n  toko --db shop.db refund R-1 55.000')
  defineSettling(command, {
    name: 'refund',
    kind: 'creditNote',
    what: 'credit note',
    settle: (transactions, input) => transactions.refund(input),
  })
}

function defineSettling(command: Command, { name, kind, what, settle }: Settling): void {
  command
    .argument('[order]', `the shop's number of the ${what}`)
    .argument('[amount]', 'how much, or all (lunas) for what is open')
    .option('--order <number>', 'the number, as an option')
    .option('--amount <amount>', 'how much, as an option')
    .option('--method <method>', 'how, such as cash, transfer or qris')
    .option('--reference <number>', "the bank's own number; the same twice is recorded once")
    .option('--note <text>', 'anything else')
  if (kind === 'sale') {
    command.option(
      '--from-credit',
      'out of what the shop owes the customer, of which all takes as much as there is',
    )
  }
  command.action((first: Argument, second: Argument, options: SettleOptions, self: Command) => {
    const { order, amount } = whatOf(name, [first, second], options)
    const isOption = options.amount !== undefined
    const { method, reference, note, fromCredit } = options
    return withShop(self, async (session) => {
      const { shop } = session
      const before = await findOrder(shop, order)
      if (before.kind !== kind) throw otherKind(before)
      const earlier = await shop.transactions.paymentsOf(before.customer)
      const payment = await settle(shop.transactions, {
        orderId: order,
        amount: isAll(amount)
          ? (earlier.find(withReference(reference))?.amount ??
            (await allOf(shop, before, { what, fromCredit })))
          : asWritten(isOption, () => parseAmount(partOf(amount), before.currency, 'amount')),
        method,
        reference,
        note,
        ...(fromCredit ? { fromCredit } : {}),
      })
      const isRepeated = earlier.some(({ id }) => id === payment.id)
      return settledAnswer(session, payment, { order, fromCredit, isRepeated })
    })
  })
}

/** Speaks of the amount as an option only where it was one. */
function asWritten(isOption: boolean, parse: () => number): number {
  try {
    return parse()
  } catch (error) {
    if (isOption || !(error instanceof CliError)) throw error
    const message = error.message.replace(/^--amount: /, 'The amount: ')
    throw new CliError(error.code, message, error.field, error)
  }
}

interface Settled {
  readonly order: string
  readonly fromCredit: true | undefined
  readonly isRepeated: boolean
}

async function settledAnswer(
  { shop, money }: Session,
  payment: Payment,
  { order, fromCredit, isRepeated }: Settled,
): Promise<Answer> {
  const { open, currency, customer } = await shop.transactions.get(order)
  const amount = money(payment.amount, currency)
  const credit = fromCredit ? await creditOf(shop, customer) : 0
  const text = fieldsOf([
    [
      payment.kind === 'payment' ? 'Paid' : 'Given back',
      fromCredit ? `${amount}, from credit` : amount,
    ],
    ['Still open', open === 0 ? 'nothing' : money(open, currency)],
    ['Credit', credit === 0 ? '' : money(credit)],
    ['Note', isRepeated ? 'recorded before; nothing changed' : ''],
  ])
  return { json: payment, text }
}

type Argument = string | undefined

/** The order and the amount, each said once, in the order of arguments or as an option. */
function whatOf(
  name: Settling['name'],
  [first, second]: readonly [Argument, Argument],
  options: SettleOptions,
): { readonly order: string; readonly amount: string } {
  // With the order as an option, the only argument is the amount.
  const isAmount = options.order !== undefined && second === undefined
  const order = isAmount ? options.order : oneOf('order', first, options.order)
  const amount = oneOf('amount', isAmount ? first : second, options.amount)
  if (order !== undefined && amount !== undefined) return { order, amount }
  const missing = order === undefined ? 'order' : 'amount'
  throw new CliError(
    'USAGE',
    `--${missing} is missing. Write toko ${name} ORDER AMOUNT, such as toko ${name} A-2 50.000, or --order A-2 --amount 50.000.`,
    missing,
  )
}

function oneOf(field: 'order' | 'amount', argument: Argument, option: Argument): Argument {
  if (argument === undefined || option === undefined) return argument ?? option
  throw new CliError(
    'USAGE',
    `--${field}: It is said twice. Say it as an argument or an option.`,
    field,
  )
}

function withReference(wanted: string | undefined): (payment: Payment) => boolean {
  return ({ reference }) => wanted !== undefined && reference === wanted
}

/** What the shop owes a customer in its own currency: what is open on the credit notes. */
async function creditOf({ transactions }: Shop, customer: string): Promise<number> {
  return (await transactions.of(customer))
    .filter(({ kind, rate }) => kind === 'creditNote' && rate === null)
    .reduce((sum, { open }) => sum + open, 0)
}

/** What `all` means: what is open; from credit no more than there is of it. */
async function allOf(
  shop: Shop,
  { open, customer }: Transaction,
  { what, fromCredit }: { readonly what: string; readonly fromCredit: true | undefined },
): Promise<number> {
  if (open === 0) throw nothingThere(`Nothing is open on this ${what}.`)
  const most = fromCredit ? Math.min(open, await creditOf(shop, customer)) : open
  if (most === 0) throw nothingThere('The customer has no credit.')
  return most
}

function nothingThere(message: string): CliError {
  return new CliError('PAYMENT_EXCEEDS_BALANCE', message, 'amount')
}

function otherKind({ kind, orderId }: Transaction): CliError {
  const number = oneLine(orderId)
  const message =
    kind === 'sale'
      ? `${number} is a sale. Money for it comes in with toko pay; for goods that came back, record toko credit first.`
      : `${number} is a credit note. Money for it is given back with toko refund.`
  return new CliError('INVALID_INPUT', `--order: ${message}`, 'order')
}
