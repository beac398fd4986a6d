import type { Account, Shop } from '@langganan/core'
import type { Imported } from '../import/import-file.ts'
import type { Answer } from '../output/answer.ts'
import { fieldsOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'
import { importAnswer } from './import-answer.ts'

/** What an import would come to in the books, in minor units of the book currency. */
interface Sums {
  /** Goods sold, after discounts. */
  readonly goods: number
  /** Shipping and tax. */
  readonly charges: number
  readonly returns: number
  /** Paid less given back. */
  readonly money: number
  /** What customers would owe more than before, or less. */
  readonly owed: number
}

/** What an import into a copy of the shop came to: all that it would record, and what the books would gain. */
export async function dryRunAnswer(
  session: Session,
  importInto: (session: Session) => Promise<Imported>,
): Promise<Answer> {
  const { shop, money } = session
  const before = await balancesOf(shop)
  const imported = await importInto(session)
  const { json, text } = importAnswer(imported)
  const sums = sumsOf(before, await balancesOf(shop))
  const optional = (minor: number) => (minor === 0 ? '' : money(minor))
  const fields = fieldsOf([
    ['Goods', money(sums.goods)],
    ['Shipping and tax', optional(sums.charges)],
    ['Goods back', optional(sums.returns)],
    ['Money in', money(sums.money)],
    ['Owed', optional(sums.owed)],
  ])
  return {
    json: {
      ...Object(json),
      payments: imported.payments,
      sums,
      notes: imported.notes,
      dryRun: true,
    },
    text: `${text}\n\nIn the books, in ${shop.currency}:\n${fields}\n\nThis was a dry run: nothing was written. Leave --dry-run out to record it.`,
  }
}

type Balances = ReadonlyMap<Account, number>

async function balancesOf({ reports }: Shop): Promise<Balances> {
  const { accounts } = await reports.trialBalance()
  const balances = new Map<Account, number>()
  for (const { account, bookAmount } of accounts) {
    balances.set(account, (balances.get(account) ?? 0) + bookAmount)
  }
  return balances
}

function sumsOf(before: Balances, after: Balances): Sums {
  const gained = (account: Account) => (after.get(account) ?? 0) - (before.get(account) ?? 0)
  return {
    goods: -gained('sales'),
    charges: -gained('charges'),
    returns: gained('returns'),
    money: gained('cash'),
    owed: gained('receivable') + gained('credit'),
  }
}
