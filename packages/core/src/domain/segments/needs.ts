import type {
  AllCondition,
  AnyCondition,
  AtLeastCondition,
  Condition,
  NotCondition,
} from './condition.ts'
import type { CustomerListName } from './customer-view.ts'

/** What a condition reads. */
export interface Needs {
  /** Columns of the customer's own row. */
  readonly customers: boolean
  /** Columns of the facts row. */
  readonly facts: boolean
  /** Lists, in a fixed order. */
  readonly lists: readonly CustomerListName[]
}

type Source = 'customers' | 'facts' | CustomerListName

/** Every list, in the order in which they are named. */
export const listOrder: readonly CustomerListName[] = [
  'identities',
  'attributes',
  'windows',
  'groups',
  'tags',
  'purchases',
  'payments',
  'interactions',
  'invoices',
  'labels',
  'consents',
  'scores',
  'memberships',
]

/** Which rows and lists a condition reads; a view must hold these lists to be judged. */
export function needs(condition: Condition): Needs {
  const read = new Set<Source>()
  const waiting: Condition[] = [condition]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.op === 'all' || next.op === 'any' || next.op === 'atLeast') waiting.push(...next.of)
    else if (next.op === 'not') waiting.push(next.of)
    else for (const source of sourcesOf(next)) read.add(source)
  }
  return {
    customers: read.has('customers'),
    facts: read.has('facts'),
    lists: listOrder.filter((list) => read.has(list)),
  }
}

type Leaf = Exclude<Condition, AllCondition | AnyCondition | AtLeastCondition | NotCondition>

function sourcesOf(leaf: Leaf): readonly Source[] {
  switch (leaf.op) {
    case 'column':
      return [leaf.column.table]
    case 'average':
      return [leaf.total.table, leaf.count.table]
    case 'sample':
      return ['customers']
    case 'identity':
    case 'reachable':
      return ['identities']
    case 'attribute':
      return ['attributes']
    case 'window':
      return ['windows']
    case 'member':
      return [leaf.of === 'group' ? 'groups' : 'tags']
    case 'label':
      return ['labels']
    case 'consent':
      return ['consents']
    case 'score':
      return ['scores']
    case 'membership':
      return ['memberships']
    case 'events':
      return [leaf.list]
    case 'overdue':
      return ['invoices']
  }
}
