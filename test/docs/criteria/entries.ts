import { attributeField } from '../../../packages/core/src/domain/segments/fields/attribute-field.ts'
import { findField } from '../../../packages/core/src/domain/segments/fields/find-field.ts'
import {
  check,
  type EventList,
  eventLists,
  type Field,
  operatorsOf,
  type Predicate,
  resolve,
} from '../../../packages/core/src/domain/segments/index.ts'
import { print } from '../../../packages/core/src/domain/segments/text/index.ts'
import { builderOf } from './builder-of.ts'
import { catalogue, now } from './catalogue.ts'
import { eventExamples, otherExamples } from './examples.ts'
import { attributeNotes, eventNotes, type FieldNote, fieldNotes } from './field-notes.ts'
import { operatorsTaken } from './operators-taken.ts'
import { sqlOf } from './sql-of.ts'

/** A criterion with an example in every form. */
export interface Entry {
  readonly title: string
  readonly means: string
  /** Its type and what it takes, as Markdown; empty for what takes no test. */
  readonly takes: string
  readonly predicate: Predicate
  readonly builder: string
  readonly text: string
  readonly sql: string
}

export const fieldEntries: readonly Entry[] = Object.entries(fieldNotes).map(([name, note]) =>
  fieldEntry(name, fieldOf(name), note),
)

export const attributeEntries: readonly Entry[] = catalogue.attributes.map((declared) =>
  fieldEntry(
    `attr.${declared.name}`,
    attributeField(declared),
    attributeNotes[declared.type](`attr.${declared.name}`),
  ),
)

type AnyEventList = Pick<EventList<never>, 'measures' | 'filters'>

export const eventEntries: readonly Entry[] = Object.entries<AnyEventList>(eventLists).flatMap(
  ([list, { measures, filters }]) => {
    const means = new Map(Object.entries(eventNotes)).get(list) ?? ''
    const examples = new Map(Object.entries<object>(eventExamples)).get(list) ?? {}
    const filtered = `Filters: ${Object.keys(filters).map(code).join(' ')} and a period.`
    return Object.entries<Predicate>({ ...examples }).map(([measure, predicate]) => {
      const type = new Map(Object.entries<string>(measures)).get(measure) ?? ''
      const operators = operatorsTaken({ [list]: {}, measure })
      const takes = `${code(type)}: ${operators.map(code).join(' ')}. ${filtered}`
      return entryOf(`${list}(…).${measure}`, means, takes, predicate)
    })
  },
)

export const otherEntries: readonly Entry[] = Object.entries(otherExamples).flatMap(
  ([kind, examples]) =>
    examples.map(({ title, means, predicate }) => {
      const operators = kind === 'expectedPurchases' ? operatorsTaken({ [kind]: { days: 90 } }) : []
      const takes =
        operators.length === 0 ? '' : `${code('number')}: ${operators.map(code).join(' ')}.`
      return entryOf(title ?? kind, means, takes, predicate)
    }),
)

/** Everything that a predicate can say. */
export const entries: readonly Entry[] = [
  ...fieldEntries,
  ...attributeEntries,
  ...eventEntries,
  ...otherEntries,
]

function fieldOf(name: string): Field {
  const field = findField(name, catalogue)?.field
  if (field === undefined) throw new Error(`There is a note on a field ${name}, which is none.`)
  return field
}

function fieldEntry(name: string, field: Field, { means, example }: FieldNote): Entry {
  const { type, choices = [] } = field
  const words = choices.length === 0 ? '' : ` Words: ${choices.map(code).join(' ')}.`
  const takes = `${code(type)}: ${operatorsOf(field).map(code).join(' ')}.${words}`
  return entryOf(name, means, takes, example)
}

function entryOf(title: string, means: string, takes: string, example: Predicate): Entry {
  const predicate = check(example, catalogue)
  return {
    title,
    means,
    takes,
    predicate,
    builder: builderOf(predicate),
    text: print(predicate, catalogue),
    sql: sqlOf(resolve(predicate, { ...catalogue, now })),
  }
}

function code(word: string): string {
  return `\`${word}\``
}
