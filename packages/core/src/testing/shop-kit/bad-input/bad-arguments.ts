import { describe, expect, test } from 'vitest'
import { callMethod } from '../world/methods.ts'
import { type OpenStorage, sharedStorage } from '../world/open.ts'
import { type Ids, phoneOfCustomer, populate } from '../world/population.ts'
import { unchangedShops } from '../world/unchanged-shop.ts'
import { expectRefused } from './expect-refused.ts'
import {
  absent,
  nothing,
  type Wrong,
  wrongChoices,
  wrongLists,
  wrongTexts,
} from './wrong-values.ts'

/** An argument of a method that is no input object. */
interface Argument {
  readonly method: string
  /** What errors call it. */
  readonly field: string | undefined
  readonly wrong: readonly Wrong[]
  args(value: unknown, ids: Ids): readonly unknown[]
}

const references: readonly Wrong[] = [...wrongTexts(200), nothing, absent]

/** Methods whose first argument names one thing, and what is said after it. */
function first(field: string, methods: readonly string[], ...rest: readonly unknown[]): Argument[] {
  return methods.map((method) => ({
    method,
    field,
    wrong: references,
    args: (value) => [value, ...rest],
  }))
}

const batch: readonly Wrong[] = [
  ...wrongLists,
  nothing,
  absent,
  ['too many', Array.from({ length: 10_001 }, () => ({}))],
]

const customers: readonly Wrong[] = [...wrongLists, nothing, absent]

const listed: readonly Wrong[] = [...wrongTexts(200), nothing, absent]

const argumentsOfMethods: readonly Argument[] = [
  ...first('customer', [
    'customers.get',
    'customers.identities',
    'customers.archive',
    'customers.restore',
    'customers.delete',
    'customers.unblacklist',
    'transactions.of',
    'transactions.paymentsOf',
    'drafts.of',
    'interactions.of',
    'interactions.window',
    'interactions.status',
    'messages.of',
    'labels.of',
    'consents.of',
    'scores.of',
    'value.of',
    'value.loyalty',
    'events.of',
  ]),
  ...first('customer', ['customers.edit', 'customers.learn'], {}),
  ...first('customer', ['customers.reassignNumber'], phoneOfCustomer),
  ...first('customer', ['customers.blacklist'], { reason: 'fiktif' }),
  ...first('orderId', ['transactions.get', 'transactions.payments']),
  ...first('group', ['groups.delete']),
  ...first('group', ['groups.rename'], 'Agen'),
  ...first('group', ['groups.add', 'groups.remove'], []),
  ...first('tag', ['tags.delete']),
  ...first('tag', ['tags.edit'], {}),
  ...first('tag', ['tags.assign', 'tags.unassign'], 'x'),
  ...first('category', ['categories.delete']),
  ...first('category', ['categories.rename'], 'Kedai'),
  ...first('segment', ['segments.get', 'segments.delete']),
  ...first('segment', ['segments.edit'], {}),
  ...first('draft', ['drafts.get', 'drafts.cancel']),
  ...first('draft', ['drafts.confirm'], { orderId: 'INV-9' }),
  ...first('letter', ['deadLetters.get']),
  ...first('letter', ['deadLetters.settle'], 'discarded'),
  ...first('send', ['messages.resolve'], { sent: true }),
  ...first('view', ['views.get', 'views.delete']),
  ...first('view', ['views.edit'], {}),
  ...['transactions.get', 'transactions.payments'].map((method) => ({
    method,
    field: 'id',
    wrong: references,
    args: (id: unknown) => [{ id }],
  })),
  {
    method: 'messages.get',
    field: 'message',
    wrong: [...wrongTexts(500), nothing, absent],
    args: (message) => [message],
  },
  { method: 'customers.find', field: 'kind', wrong: wrongChoices, args: (kind) => [kind, 'a'] },
  {
    method: 'customers.find',
    field: 'value',
    wrong: [...wrongTexts(500), nothing, absent],
    args: (value) => ['external', value],
  },
  {
    method: 'customers.find',
    field: 'value',
    wrong: [['no phone', 'telepon']],
    args: (value) => ['phone', value],
  },
  {
    method: 'customers.reassignNumber',
    field: 'number',
    wrong: [...wrongTexts(64), nothing, absent, ['no phone', 'telepon']],
    args: (number, { customer }) => [customer, number],
  },
  ...(['from', 'to'] as const).flatMap((field) => [
    {
      method: 'customers.changeIdentities',
      field,
      wrong: [nothing, absent, ['text', 'x'] as const, ['a list', []] as const],
      args: (wrong: unknown) => [
        { from: { userId: 'ID.1' }, to: { userId: 'ID.2', name: 'Sari' }, [field]: wrong },
      ],
    },
    {
      method: 'customers.changeIdentities',
      field: `${field}.phone`,
      wrong: [nothing, ['no phone', 'telepon'] as const],
      args: (phone: unknown) => [
        { from: { userId: 'ID.1' }, to: { userId: 'ID.2', name: 'Sari' }, [field]: { phone } },
      ],
    },
  ]),
  {
    method: 'customers.confirmEmail',
    field: 'email',
    wrong: [...wrongTexts(254), nothing, absent, ['no address', 'kanaria']],
    args: (email) => [email],
  },
  {
    method: 'customers.search',
    field: 'query',
    // Of invisible characters it finds nobody.
    wrong: [...wrongTexts(500).filter(([what]) => what !== 'invisible text'), nothing, absent],
    args: (query) => [query],
  },
  {
    method: 'interactions.window',
    field: 'businessNumber',
    wrong: [...wrongTexts(64), nothing],
    args: (number, { customer }) => [customer, number],
  },
  {
    method: 'groups.rename',
    field: 'name',
    wrong: references,
    args: (name, { group }) => [group, name],
  },
  {
    method: 'categories.rename',
    field: 'name',
    wrong: references,
    args: (name, { category }) => [category, name],
  },
  ...['groups.add', 'groups.remove'].flatMap((method): Argument[] => [
    { method, field: 'customers', wrong: customers, args: (list, { group }) => [group, list] },
    {
      method,
      field: 'customers[1]',
      wrong: listed,
      args: (id, { group, customer }) => [group, [customer, id]],
    },
  ]),
  ...['tags.assign', 'tags.unassign'].map((method) => ({
    method,
    field: 'customer',
    wrong: references,
    args: (customer: unknown, { tag }: Ids) => [tag, customer],
  })),
  ...[
    'customers.addMany',
    'transactions.recordMany',
    'transactions.payMany',
    'interactions.recordMany',
    'labels.recordMany',
    'deadLetters.recordMany',
  ].map((method) => ({
    method,
    field: undefined,
    wrong: batch,
    args: (inputs: unknown) => [inputs],
  })),
  {
    method: 'deadLetters.settle',
    field: 'outcome',
    wrong: [...wrongChoices, nothing, absent],
    args: (outcome, { letter }) => [letter, outcome],
  },
  {
    method: 'segments.count',
    field: 'segment',
    wrong: [
      ['empty text', ''],
      ['a NUL', 'a\0'],
    ],
    args: (segment) => [segment],
  },
  {
    method: 'segments.members',
    field: 'segment',
    wrong: [['empty text', '']],
    args: (segment) => [segment],
  },
  { method: 'as', field: 'actor', wrong: references, args: (actor) => [actor] },
]

export function badArguments(open: OpenStorage): void {
  describe('bad input: arguments', () => {
    const unchanged = unchangedShops(sharedStorage(open), 'arguments', populate)
    const numbered = argumentsOfMethods.map((argument, i) => ({ ...argument, argument, i }))

    test.each(numbered)('bad input: $field of $method ($i)', async ({ argument }) => {
      const { method, field, wrong } = argument
      const { kit, ids, expectUnchanged } = await unchanged()
      for (const [what, value] of wrong) {
        const call = callMethod(kit.shop, method, argument.args(value, ids))
        await expectRefused(call, { code: 'INVALID_INPUT', field }, `${method} with ${what}`)
      }
      await expectUnchanged()
      expect(wrong.length).toBeGreaterThan(0)
    })
  })
}
