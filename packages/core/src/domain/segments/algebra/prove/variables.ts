import { consentDecisions } from '../../../consents/rows.ts'
import { rfmGroups } from '../../../scores/rows.ts'
import { sampleModulus } from '../../evaluate/sample.ts'
import type { Field } from '../../fields/field.ts'
import type { FieldType } from '../../fields/field-types.ts'
import { fields } from '../../fields/fields.ts'
import { nothingKnown, type VariableFacts } from './formula.ts'

/** What is known of a variable by its name. */
export function factsOfVariable(variable: string): VariableFacts {
  const [kind = ''] = variable.split(' ', 1)
  switch (kind) {
    case 'customers':
    case 'facts':
      return columns.get(variable) ?? nothingKnown
    case 'identity':
    case 'attribute':
      return { ...nothingKnown, several: true }
    case 'consent':
      return { ...nothingKnown, choices: consentDecisions }
    case 'sample':
      return { ...nothingKnown, required: true, least: 0, most: sampleModulus - 1 }
    case 'events':
      return eventsFacts(variable)
    case 'overdue':
      return { ...nothingKnown, required: true, least: 0 }
    case 'average':
      return { ...nothingKnown, least: 0 }
    case 'score':
      return scores.get(variable) ?? { ...nothingKnown, least: 0 }
    default:
      return nothingKnown
  }
}

/** In the name of a variable: events that there can be none of. */
export const noRows = 'none'

/** Times are missing over no events; counts and totals are 0 and more. */
function eventsFacts(variable: string): VariableFacts {
  const [, , measure, rows] = variable.split(' ', 4)
  const isEmpty = rows === noRows
  if (measure === 'first' || measure === 'last') {
    const past = { ...nothingKnown, past: 'instant' } as const
    return isEmpty ? { ...past, least: 1, most: 0 } : past
  }
  return { ...nothingKnown, required: true, least: 0, most: isEmpty ? 0 : null }
}

const rank: VariableFacts = { ...nothingKnown, least: 1, most: 5 }

const scores: ReadonlyMap<string, VariableFacts> = new Map([
  ['score rfmGroup', { ...nothingKnown, choices: rfmGroups }],
  ['score rfmRecency', rank],
  ['score rfmFrequency', rank],
  ['score rfmMonetary', rank],
  ['score probabilityAlive', { ...nothingKnown, least: 0, most: 1_000_000 }],
])

const mostSafe = Number.MAX_SAFE_INTEGER

/** What facts of each type come to at most, and what never is below zero. */
function boundsOf(type: FieldType, column: string): Pick<VariableFacts, 'least' | 'most'> {
  if (type === 'integer') return { least: 0, most: mostSafe }
  if (type !== 'money') return { least: null, most: null }
  return { least: column === 'ltv' || column === 'balance' ? -mostSafe : 0, most: mostSafe }
}

function pastOf(type: FieldType, column: string, mayLieAhead = false): VariableFacts['past'] {
  if (column === 'birthDate') return 'birth'
  return type === 'instant' && !mayLieAhead ? 'instant' : null
}

/** Columns that are fields, each by the name of its variable. */
const columns: ReadonlyMap<string, VariableFacts> = new Map(
  Object.values(fields).flatMap(({ reads, optional, type, choices, mayLieAhead }: Field) => {
    if (reads.from !== 'column' && reads.from !== 'folded') return []
    const { table, column } = reads.from === 'column' ? reads.column : reads.written
    const facts: VariableFacts = {
      ...nothingKnown,
      ...boundsOf(type, column),
      required: !optional,
      past: pastOf(type, column, mayLieAhead),
      choices: type === 'choice' ? (choices ?? null) : null,
    }
    return [[`${table} ${column}`, facts]]
  }),
)
