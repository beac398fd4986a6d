import type { CustomerView } from '@langganan/core/segments'
import { CompoundCondition, FieldCondition } from '@ucast/core'
import { allInterpreters, createJsInterpreter } from '@ucast/js'
import { LogicEngine } from 'json-logic-engine'
import { Engine } from 'json-rules-engine'
import { Query } from 'mingo'
import sift from 'sift'
import { ownLoop } from './own-loop.ts'
import { sixtyDaysAgo } from './predicates.ts'

/** The predicate that all are asked, in the words of another library. */
export interface Peer {
  readonly name: string
  /** Of so many customers, where all of them would take minutes. */
  readonly most?: number
  readonly count: (views: readonly CustomerView[]) => number | Promise<number>
}

/** A view as a type of its own, which libraries take for any object. */
type Row = { readonly [P in keyof CustomerView]: CustomerView[P] }

type Passes = (row: Row) => boolean

const sources = ['instagram', 'tiktok']

const paths = [
  'facts.ltv',
  'facts.orders',
  'facts.lastPurchaseAt',
  'customer.cityFold',
  'customer.sourceFold',
] as const

const mongo = {
  'facts.ltv': { $gte: 500_000 },
  'facts.orders': { $gte: 3, $lte: 20 },
  'facts.lastPurchaseAt': { $lte: sixtyDaysAgo },
  'customer.cityFold': { $ne: null },
  $or: [{ 'customer.cityFold': 'bandung' }, { 'customer.sourceFold': { $in: sources } }],
}

function jsonLogic(): Passes {
  const [ltv, orders, last, city, source] = paths.map((path) => ({ var: path }))
  const passes = new LogicEngine().build({
    and: [
      { '>=': [ltv, 500_000] },
      { '<=': [3, orders, 20] },
      { '<=': [last, sixtyDaysAgo] },
      { '!==': [city, null] },
      { or: [{ '===': [city, 'bandung'] }, { in: [source, sources] }] },
    ],
  })
  return (row) => passes(row) === true
}

function ucast(): Passes {
  const [ltv, orders, last, city, source] = paths
  const interpret = createJsInterpreter(allInterpreters)
  const condition = new CompoundCondition('and', [
    new FieldCondition('gte', ltv, 500_000),
    new FieldCondition('gte', orders, 3),
    new FieldCondition('lte', orders, 20),
    new FieldCondition('lte', last, sixtyDaysAgo),
    new FieldCondition('ne', city, null),
    new CompoundCondition('or', [
      new FieldCondition('eq', city, 'bandung'),
      new FieldCondition('within', source, sources),
    ]),
  ])
  return (row) => interpret(condition, row)
}

function mingo(): Passes {
  const query = new Query(mongo)
  return (row) => query.test(row)
}

/** It takes facts by name, so it gets these five alone. */
function jsonRules(): Peer['count'] {
  const engine = new Engine()
  const test = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
  engine.addRule({
    conditions: {
      all: [
        test('ltv', 'greaterThanInclusive', 500_000),
        test('orders', 'greaterThanInclusive', 3),
        test('orders', 'lessThanInclusive', 20),
        test('last', 'lessThanInclusive', sixtyDaysAgo),
        test('city', 'notEqual', null),
        { any: [test('city', 'equal', 'bandung'), test('source', 'in', sources)] },
      ],
    },
    event: { type: 'member' },
  })
  return async (views) => {
    let members = 0
    for (const { customer, facts } of views) {
      const { events } = await engine.run({
        ltv: facts.ltv,
        orders: facts.orders,
        last: facts.lastPurchaseAt,
        city: customer.cityFold,
        source: customer.sourceFold,
      })
      members += events.length
    }
    return members
  }
}

function counting(passes: Passes): Peer['count'] {
  const loop = ownLoop<Row>()
  return (views) => loop(views, passes)
}

/** The peers, each ready to count. */
export function readyPeers(): readonly Peer[] {
  return [
    { name: 'json-logic-engine, compiled', count: counting(jsonLogic()) },
    { name: '@ucast/js', count: counting(ucast()) },
    { name: 'sift', count: counting(sift(mongo)) },
    { name: 'mingo', count: counting(mingo()) },
    { name: 'json-rules-engine', most: 10_000, count: jsonRules() },
  ]
}
