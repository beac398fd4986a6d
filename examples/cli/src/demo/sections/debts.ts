import type { CustomerListRow, Transaction } from '@langganan/core'
import { tableOf } from '../../output/table.ts'
import { type DemoShop, now, today } from '../demo-shop.ts'
import { heading, indented, paragraph } from '../page.ts'
import { dayText, rupiah } from '../words.ts'
import { books } from './books.ts'

export async function debts(demo: DemoShop): Promise<string> {
  const { rows } = await demo.shop.customers.list({ sort: 'balance', limit: 1 })
  const [debtor] = rows
  if (debtor === undefined) return ''
  return [
    heading('Credit and debts', 'piutang'),
    paragraph(`${debtor.name} buys on account and owes the most: ${rupiah(debtor.balance)}.`),
    '',
    indented(await openOrders(demo, debtor)),
    '',
    paragraph(await partPayment(demo, debtor)),
    '',
    indented(await books(demo)),
  ].join('\n')
}

async function openOrders({ shop }: DemoShop, { id }: CustomerListRow): Promise<string> {
  const orders = (await shop.transactions.of(id)).filter(
    ({ kind, open }) => kind === 'sale' && open > 0,
  )
  return tableOf<Transaction>(
    [
      { head: 'ORDER', cell: ({ orderId }) => orderId },
      { head: 'DATE', cell: ({ at }) => dayText(at) },
      { head: 'DUE', cell: ({ dueDate }) => dueDate ?? '' },
      { head: 'TOTAL', cell: ({ total }) => rupiah(total), align: 'right' },
      { head: 'PAID', cell: ({ settled }) => rupiah(settled), align: 'right' },
      { head: 'OPEN', cell: ({ open }) => rupiah(open), align: 'right' },
      { head: '', cell: ({ dueDate }) => (dueDate !== null && dueDate < today ? 'overdue' : '') },
    ],
    orders,
  )
}

/** Half of the oldest open order is paid, and cannot be paid twice by the same bank number. */
async function partPayment({ shop }: DemoShop, { id }: CustomerListRow): Promise<string> {
  const oldest = (await shop.transactions.of(id)).find(
    ({ kind, open }) => kind === 'sale' && open > 0,
  )
  if (oldest === undefined) return ''
  const payment = {
    orderId: oldest.orderId,
    amount: Math.floor(oldest.open / 2_000) * 1_000,
    at: now,
    method: 'transfer',
    reference: 'BANK-0001',
  }
  await shop.transactions.pay(payment)
  await shop.transactions.pay(payment)
  const { balance } = await shop.value.of(id)
  return `A transfer of ${rupiah(payment.amount)} for ${oldest.orderId} comes in, and the bank tells of it twice. It counts once: ${rupiah(balance)} is left. Every sale and payment wrote double entries, so the books of the whole shop balance:`
}
