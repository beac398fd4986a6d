import type { SaleInput } from '@langganan/core'
import type { Command } from 'commander'
import { allOrAmount } from '../input/all-or-amount.ts'
import { parseDay } from '../input/at.ts'
import type { Session } from '../session/session.ts'

/** What is agreed on a sale beside its lines. */
export interface SaleTerms {
  readonly paid?: string
  readonly due?: string
  readonly discount?: string
  readonly shipping?: string
  readonly tax?: string
  readonly method?: string
  readonly note?: string
}

export function addSaleTerms(command: Command): Command {
  return command
    .option('--paid <amount>', 'what was paid at once: an amount, or all (lunas)')
    .option('--due <date>', 'when the rest is due: a day as YYYY-MM-DD, or an instant in ISO 8601')
    .option('--discount <amount>', 'off the whole order')
    .option('--shipping <amount>', 'charged for shipping')
    .option('--tax <amount>', 'added as tax')
    .option('--method <method>', 'how it was paid, such as cash, transfer or qris')
    .option('--note <text>', 'anything else')
}

/** The terms as the shop takes them. */
export function termsOf(
  terms: SaleTerms,
  session: Session,
): Pick<SaleInput, 'paid' | 'dueDate' | 'discount' | 'charges' | 'method' | 'note'> {
  const { paid, due, discount, method, note } = terms
  return {
    paid: allOrAmount(paid, 'paid', session),
    dueDate: due === undefined ? undefined : parseDay(due, 'due', session.shop.timeZone),
    discount: amountOf(discount, 'discount', session),
    charges: chargesOf(terms, session),
    method,
    note,
  }
}

function chargesOf(terms: SaleTerms, session: Session): NonNullable<SaleInput['charges']> {
  return (['shipping', 'tax'] as const).flatMap((kind) => {
    const amount = amountOf(terms[kind], kind, session)
    return amount === undefined ? [] : [{ kind, amount }]
  })
}

function amountOf(
  text: string | undefined,
  field: string,
  { amount }: Session,
): number | undefined {
  return text === undefined ? undefined : amount(text, field)
}
