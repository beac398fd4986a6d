/** The tables of the guide to segments are those of the code: operators, events, limits. */
import { expect, test } from 'vitest'
import {
  type EventList,
  eventLists,
  type Field,
  fields,
  limits,
  operatorsOf,
} from '../../packages/core/src/domain/segments/index.ts'
import { pages } from './pages.ts'

const guide = pages.find(({ path }) => path === 'docs/guides/segments.md')?.text ?? ''

/** The cells of the table with this heading. */
function table(heading: string): string[][] {
  const [, rows = ''] = guide.split(`\n| ${heading} |\n`)
  const lines = rows.split('\n').slice(1)
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(0, end).map((line) => line.slice(2, -2).split(' | '))
}

test('the guide has the operators of every type', () => {
  const told = new Map(
    table('type | takes').flatMap(([types = '', takes = '']) =>
      types.split(', ').map((type) => [type, takes.match(/(?<=`)[^` ]+(?=`)/g)?.sort()]),
    ),
  )
  for (const field of Object.values<Field>(fields)) {
    const operators = operatorsOf({ ...field, optional: false })
    expect([field.type, told.get(code(field.type))]).toEqual([field.type, [...operators].sort()])
  }
})

test('the guide has every measure and filter of events', () => {
  expect(table('events | measures | filters')).toEqual(
    Object.entries<Pick<EventList<never>, 'measures' | 'filters'>>(eventLists).map(
      ([name, { measures, filters }]) => [code(name), listed(measures), listed(filters)],
    ),
  )
})

test('the guide tells the limits', () => {
  const { depth, nodes, listValues } = limits
  expect(guide).toContain(
    `at most ${depth} deep, have at most ${nodes} parts, and a list at most ${listValues.toLocaleString('en')} values`,
  )
})

function code(name: string): string {
  return `\`${name}\``
}

function listed(names: object): string {
  return Object.keys(names).map(code).join(', ')
}
