import { secrets } from '../expect-refused.ts'
import {
  absent,
  nothing,
  type Wrong,
  wrongChoices,
  wrongIntegers,
  wrongLists,
  wrongTexts,
} from '../wrong-values.ts'

import { type InputSpec, one } from './input-spec.ts'

const named = {
  name: [...wrongTexts(200), nothing, absent],
  ifNotExists: [['text', 'yes'], ['a number', 1], nothing] satisfies readonly Wrong[],
}
const bounds = { ltvMin: wrongIntegers, ltvMax: wrongIntegers }
const rename = { name: [...wrongTexts(200), nothing] }

const shown = {
  columns: [...wrongLists, ['no column', []]] satisfies readonly Wrong[],
  'columns[0]': [...wrongChoices, nothing],
  'columns[1]': [['the same again', 'name']] satisfies readonly Wrong[],
  sort: wrongChoices,
  direction: wrongChoices,
}

export const setInputs: readonly InputSpec[] = [
  {
    method: 'groups.create',
    args: one,
    right: () => ({ name: secrets.name }),
    fields: named,
    closed: [''],
  },
  {
    method: 'categories.create',
    args: one,
    right: () => ({ name: secrets.name }),
    fields: named,
    closed: [''],
  },
  {
    method: 'tags.create',
    args: one,
    right: () => ({ name: secrets.name }),
    fields: { ...named, ...bounds },
    closed: [''],
  },
  {
    method: 'tags.edit',
    args: (input, { tag }) => [tag, input],
    right: () => ({}),
    fields: { ...rename, ...bounds },
    closed: [''],
  },
  {
    method: 'attributes.declare',
    args: one,
    right: () => ({ name: 'ukuran', type: 'choice', choices: ['S'] }),
    fields: {
      name: [
        ...wrongTexts(64),
        ['a name that begins with a digit', '1a'],
        ['a name with a point', 'a.b'],
        ['a name of the language', '__proto__'],
        nothing,
        absent,
      ],
      type: [...wrongChoices, nothing, absent],
      choices: [...wrongLists, ['no choice', []], nothing, absent],
      'choices[0]': [...wrongTexts(200), nothing],
      sensitive: [['text', 'yes'], ['a number', 1], nothing],
    },
    closed: [''],
  },
  {
    method: 'segments.create',
    args: one,
    right: () => ({ name: secrets.name, where: { all: [] } }),
    fields: named,
    closed: [''],
  },
  {
    method: 'segments.edit',
    args: (input, { segment }) => [segment, input],
    right: () => ({}),
    fields: rename,
    closed: [''],
  },
  {
    method: 'views.create',
    args: one,
    right: () => ({ name: secrets.name, columns: ['name', 'ltv'], sort: 'name' }),
    fields: { ...named, ...shown },
    closed: [''],
  },
  {
    method: 'views.edit',
    args: (input, { view }) => [view, input],
    right: () => ({ columns: ['name', 'ltv'] }),
    fields: { ...rename, ...shown },
    closed: [''],
  },
]
