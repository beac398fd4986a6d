import { secrets } from '../expect-refused.ts'
import type { Senseless } from './senseless.ts'

const { name } = secrets

const taken = (method: string, field = 'name'): Senseless => ({
  what: 'a name that is taken',
  method,
  args: ({ group, tag, category, segment, view }) => {
    const input = { name: ` ${name.toUpperCase()}`, where: { all: [] } }
    const { where, ...only } = input
    const own: Readonly<Record<string, readonly unknown[]>> = {
      'groups.create': [only],
      'tags.create': [only],
      'categories.create': [only],
      'segments.create': [input],
      'views.create': [only],
      'groups.rename': [group, name],
      'tags.edit': [tag, { name }],
      'categories.rename': [category, name],
      'segments.edit': [segment, { name }],
      'views.edit': [view, { name }],
    }
    return own[method] ?? []
  },
  code: 'NAME_TAKEN',
  field,
})

export const sets: readonly Senseless[] = [
  ...['groups.create', 'tags.create', 'categories.create', 'segments.create', 'views.create'].map(
    (method) => taken(method),
  ),
  ...['groups.rename', 'tags.edit', 'categories.rename', 'segments.edit', 'views.edit'].map(
    (method) => taken(method),
  ),
  {
    what: 'bounds the wrong way round',
    method: 'tags.create',
    args: () => [{ name: 'A', ltvMin: 2, ltvMax: 1 }],
    code: 'INVALID_INPUT',
    field: 'ltvMin',
  },
  {
    what: 'a bound beyond the one that is there',
    method: 'tags.edit',
    args: ({ tag }) => [tag, { ltvMax: 99_999 }],
    code: 'INVALID_INPUT',
    field: 'ltvMin',
  },
  {
    what: 'a tag that a segment refers to',
    method: 'tags.delete',
    args: ({ tag }) => [tag],
    code: 'STILL_REFERENCED',
    field: 'tag',
  },
  {
    what: 'a direction of nothing',
    method: 'views.create',
    args: () => [{ name: 'A', direction: 'ascending' }],
    code: 'INVALID_INPUT',
    field: 'direction',
  },
  {
    what: 'a view that is none',
    method: 'customers.list',
    args: () => [{ view: secrets.address }],
    code: 'VIEW_NOT_FOUND',
    field: 'view',
  },
  {
    what: 'an id that no label has',
    method: 'labels.record',
    args: ({ customer, tag }) => [{ customer, label: tag, change: 'added' }],
    code: 'LABEL_NOT_FOUND',
    field: 'label',
  },
  {
    what: 'a label of another source',
    method: 'labels.record',
    args: ({ customer, label }) => [{ customer, label, source: name, change: 'added' }],
    code: 'INVALID_INPUT',
    field: 'source',
  },
  {
    what: 'the second of two customers',
    method: 'scores.record',
    args: ({ customer }) => [
      {
        asOf: new Date(0),
        rfm: [customer, 'nobody'].map((each) => ({
          customer: each,
          recency: 1,
          frequency: 1,
          monetary: 1,
          group: 'lost',
        })),
      },
    ],
    code: 'CUSTOMER_NOT_FOUND',
    field: 'rfm[1].customer',
  },
  {
    what: 'a category that somebody has',
    method: 'categories.delete',
    args: ({ category }) => [category],
    code: 'CATEGORY_IN_USE',
    field: 'category',
  },
  {
    what: 'the second of two customers',
    method: 'groups.add',
    args: ({ group, customer }) => [group, [customer, 'nobody']],
    code: 'CUSTOMER_NOT_FOUND',
    field: 'customers[1]',
  },
  {
    what: 'choices that fold alike',
    method: 'attributes.declare',
    args: () => [{ name: 'kulit', type: 'choice', choices: ['Oily', 'dry', ' oíly '] }],
    code: 'INVALID_INPUT',
    field: 'choices[2]',
  },
  {
    what: 'an attribute that is declared otherwise',
    method: 'attributes.declare',
    args: () => [{ name: 'roast', type: 'text' }],
    code: 'NAME_TAKEN',
    field: 'name',
  },
]
