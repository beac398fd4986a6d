import {
  absent,
  nothing,
  wrongDates,
  wrongIntegers,
  wrongLists,
  wrongTexts,
} from '../wrong-values.ts'
import { type InputSpec, one } from './input-spec.ts'
import { pageFields } from './page-inputs.ts'
import { saleFields } from './transaction-inputs.ts'

const { kind: _, ...confirmed } = saleFields
const notAbsent = (wrong: InputSpec['fields'][string]) => wrong.filter((each) => each !== absent)

export const orderDraftInputs: readonly InputSpec[] = [
  {
    method: 'drafts.record',
    args: one,
    right: ({ customer }) => ({
      customer,
      lines: [
        { product: 'KOPI-250', quantity: 1 },
        { product: 'GELAS', quantity: 2, price: '20000', currency: 'IDR' },
      ],
    }),
    fields: {
      customer: [...wrongTexts(200), nothing, absent],
      lines: [...wrongLists, ['no lines', []], nothing, absent],
      'lines[1]': [['text', 'a'], nothing, absent],
      'lines[1].product': [...wrongTexts(200), nothing, absent],
      'lines[1].quantity': [...wrongIntegers, nothing, absent],
      'lines[1].price': wrongTexts(64),
      'lines[1].currency': wrongTexts(10),
      at: [...wrongDates, nothing],
      channel: [...wrongTexts(50), nothing],
      businessNumber: wrongTexts(64),
      reference: wrongTexts(500),
      note: wrongTexts(2_000),
    },
    closed: ['', 'lines[1]'],
  },
  {
    method: 'drafts.confirm',
    args: (input, { draft }) => [draft, input],
    right: () => ({
      orderId: 'INV-9',
      lines: [
        { product: 'KOPI-250', quantity: 1, price: 30_000 },
        { product: 'GELAS', quantity: 1, price: 30_000 },
      ],
      charges: [{ kind: 'shipping', amount: 9_000 }],
    }),
    fields: { ...confirmed, lines: notAbsent(confirmed.lines ?? []) },
    closed: ['', 'lines[1]', 'charges[0]'],
  },
  {
    method: 'drafts.open',
    args: one,
    right: () => ({}),
    fields: { limit: pageFields.limit ?? [], after: [...wrongTexts(2_000), nothing] },
    closed: [''],
  },
]
