import type { DraftDoubt, OrderDraft, OrderDraftLine } from '@langganan/core'
import { shortId } from '../session/by-end-of-id.ts'
import type { Session } from '../session/session.ts'
import { shellWord } from './shell-word.ts'
import { type Column, fieldsOf, tableOf } from './table.ts'
import { mostOfWho } from './who.ts'

const doubtWords: Readonly<Record<DraftDoubt, string>> = {
  noQuantity: 'a line has no pieces',
  noPrice: 'a price is missing or unclear',
  noCurrency: 'the currency is missing',
  severalCurrencies: 'prices in several currencies',
  otherCurrency: 'prices in another currency',
  tooMuch: 'more than an amount can be',
}

/** What a person has to settle before it can be confirmed as it was placed. */
export function doubtsText({ doubts }: OrderDraft): string {
  return doubts.map((doubt) => doubtWords[doubt]).join(', ')
}

/** Columns of a list of drafts; `known` says who a customer is. */
export function draftColumns(
  { money, time }: Session,
  known: ReadonlyMap<string, string>,
): readonly Column<OrderDraft>[] {
  return [
    { head: 'DRAFT', cell: shortId },
    { head: 'PLACED', cell: ({ at }) => time(at) },
    { head: 'CUSTOMER', cell: ({ customer }) => known.get(customer) ?? customer, most: mostOfWho },
    { head: 'LINES', cell: ({ lines }) => String(lines.length), align: 'right', spare: 1 },
    { head: 'TOTAL', cell: (draft) => totalText(draft, money), align: 'right' },
    { head: 'STATE', cell: ({ state }) => (state === 'open' ? '' : state) },
    { head: 'TO SETTLE', cell: (draft) => (draft.state === 'open' ? doubtsText(draft) : '') },
  ]
}

/** A draft: its lines as they were placed, and what is to be done with it. */
export function draftText(draft: OrderDraft, who: string, { money, time }: Session): string {
  const columns: readonly Column<OrderDraftLine>[] = [
    { head: 'PRODUCT', cell: ({ product }) => product },
    { head: 'PIECES', cell: ({ quantity }) => String(quantity), align: 'right' },
    { head: 'PRICE', cell: (line) => priceText(line, draft, money) || 'unknown', align: 'right' },
  ]
  const fields = fieldsOf([
    ['Draft', draft.id],
    ['Customer', who],
    ['Placed', time(draft.at)],
    ['Note', draft.note ?? ''],
    ['Total', totalText(draft, money)],
    ['State', draft.state === 'open' ? 'open' : `${draft.state} ${time(draft.decidedAt)}`],
    ['To settle', draft.state === 'open' ? doubtsText(draft) : ''],
  ])
  return `${tableOf(columns, draft.lines)}\n\n${fields}`
}

/** The options that say all lines of a draft anew, prices that are not known as `PRICE`. */
export function linesToSettle({ lines, currency }: OrderDraft, bookCurrency: string): string {
  const options = lines.map(({ product, quantity, price, given }) => {
    const known = currency === bookCurrency && price !== null ? given.price : null
    return `--line ${shellWord(`${product}:${Math.max(1, quantity)}@${known ?? 'PRICE'}`)}`
  })
  return options.join(' ')
}

function totalText({ total, currency }: OrderDraft, money: Session['money']): string {
  return total === null || currency === null ? '' : money(total, currency)
}

function priceText(
  { price, given }: OrderDraftLine,
  { currency }: OrderDraft,
  money: Session['money'],
): string {
  if (price !== null && currency !== null) return money(price, currency)
  // WhatsApp says 0 where a catalogue has no price.
  if (given.price === null || /^[0.]*$/.test(given.price)) return ''
  return given.currency === null ? given.price : `${given.currency} ${given.price}`
}
