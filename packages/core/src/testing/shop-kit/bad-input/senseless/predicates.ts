import { secrets } from '../expect-refused.ts'
import type { Senseless } from './senseless.ts'

const { name, phone, email } = secrets

export const predicates: readonly Senseless[] = [
  {
    what: 'an unknown field',
    method: 'segments.create',
    args: () => [{ name: 'A', where: { all: [{ field: 'nonsense', is: '=', value: 1 }] } }],
    code: 'PREDICATE_INVALID',
    field: 'where.all[0].field',
  },
  {
    what: 'no predicate',
    method: 'segments.create',
    args: () => [{ name: 'A' }],
    code: 'PREDICATE_INVALID',
    field: 'where',
  },
  ...[
    { field: 'ltv', is: '>=', value: name },
    { field: 'gender', is: '=', value: name },
    { field: 'attr.roast', is: '=', value: email },
    { field: 'lastPurchase', is: 'in', value: { on: phone } },
  ].map(
    (where): Senseless => ({
      what: `a value that is none of ${where.field}`,
      method: 'segments.create',
      args: () => [{ name: 'A', where }],
      code: 'PREDICATE_INVALID',
      field: where.field === 'lastPurchase' ? 'where.value.on' : 'where.value',
    }),
  ),
  {
    what: 'a group that is none',
    method: 'customers.list',
    args: () => [{ where: { any: [{ group: secrets.address }] } }],
    code: 'PREDICATE_INVALID',
    field: 'where.any[0].group',
  },
  {
    what: 'a segment that comes back to itself',
    method: 'segments.edit',
    args: ({ segment }) => [segment, { where: { not: { segment } } }],
    code: 'PREDICATE_INVALID',
    field: 'where',
  },
  {
    what: 'how long somebody belongs to a segment that is not tracked',
    method: 'segments.count',
    args: ({ segment }) => [{ segment, for: { days: 30 } }],
    code: 'PREDICATE_INVALID',
    field: 'for',
  },
  ...(['label', 'segment'] as const).map(
    (kind): Senseless => ({
      what: `a ${kind} that is none`,
      method: 'customers.list',
      args: () => [{ where: { not: { [kind]: secrets.address } } }],
      code: 'PREDICATE_INVALID',
      field: `where.not.${kind}`,
    }),
  ),
  {
    what: 'a predicate that is none',
    method: 'customers.list',
    args: () => [{ where: null }],
    code: 'PREDICATE_INVALID',
    field: 'where',
  },
  {
    what: 'an unknown field',
    method: 'views.create',
    args: () => [{ name: 'A', where: { all: [{ field: 'nonsense', is: '=', value: 1 }] } }],
    code: 'PREDICATE_INVALID',
    field: 'where.all[0].field',
  },
  {
    what: 'a name that no segment has',
    method: 'views.create',
    args: () => [{ name: 'A', where: secrets.address }],
    code: 'SEGMENT_NOT_FOUND',
    field: 'where',
  },
  {
    what: 'a text that cannot be read',
    method: 'views.edit',
    args: ({ view }) => [view, { where: `name = ${name}` }],
    code: 'PREDICATE_INVALID',
    field: 'where',
  },
  ...[`${name} = 1`, `name = ${name}`, `name = '${name}'`, `attr.${name} = "a"`, ''].map(
    (where): Senseless => ({
      what: 'a text that cannot be read',
      method: 'segments.create',
      args: () => [{ name: 'A', where }],
      code: 'PREDICATE_INVALID',
      field: 'where',
    }),
  ),
  {
    what: 'a text that cannot be read',
    method: 'customers.list',
    args: () => [{ where: `name "${name}"` }],
    code: 'PREDICATE_INVALID',
    field: 'where',
  },
  ...(['segments.count', 'segments.members'] as const).flatMap((method): Senseless[] => [
    {
      what: 'a text that cannot be read',
      method,
      args: () => [`name = "${name}" and ${phone}`],
      code: 'PREDICATE_INVALID',
      field: 'segment',
    },
    {
      what: 'a name that no segment has',
      method,
      args: () => ['Kebun'],
      code: 'SEGMENT_NOT_FOUND',
      field: 'segment',
    },
  ]),
  {
    what: 'a text too deep',
    method: 'segments.count',
    args: () => ['('.repeat(50_000)],
    code: 'PREDICATE_TOO_LARGE',
    field: 'segment',
  },
  {
    what: 'a predicate too deep',
    method: 'segments.create',
    args: () => [{ name: 'A', where: deep(100_000) }],
    code: 'PREDICATE_TOO_LARGE',
    field: `where${'.not'.repeat(32)}`,
  },
  ...(['customers.list', 'value.regulars'] as const).flatMap((method): Senseless[] => [
    {
      what: 'a cursor that is none',
      method,
      args: () => [{ after: 'x' }],
      code: 'CURSOR_INVALID',
      field: 'after',
    },
    {
      what: 'a broken cursor',
      method,
      args: () => [{ after: '%E0%A4%A' }],
      code: 'CURSOR_INVALID',
      field: 'after',
    },
    {
      what: 'a cursor of another sort',
      method,
      args: ({ cursor }) => [{ after: cursor, sort: 'added' }],
      code: 'CURSOR_INVALID',
      field: 'after',
    },
  ]),
  {
    what: 'a cursor of customers',
    method: 'events.read',
    args: ({ cursor }) => [{ after: cursor }],
    code: 'CURSOR_INVALID',
    field: 'after',
  },
  {
    what: 'a cursor that was made up',
    method: 'events.read',
    args: () => [{ after: encodeURIComponent(JSON.stringify(['events', 'x', ''])) }],
    code: 'CURSOR_INVALID',
    field: 'after',
  },
]

function deep(depth: number): object {
  let predicate: object = { all: [] }
  for (let i = 0; i < depth; i += 1) predicate = { not: predicate }
  return predicate
}
