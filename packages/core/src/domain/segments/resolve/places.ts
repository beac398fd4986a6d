import type { IdentityKind } from '../../customers/rows.ts'
import type { ScoreColumn } from '../../scores/rows.ts'
import type { ColumnRef, Condition, ValueTest } from '../condition.ts'
import type { Reads } from '../fields/field.ts'

/** Makes the condition that a value passes a test. */
export type Place = (test: ValueTest) => Condition

export function column(ref: ColumnRef): Place {
  return (test) => ({ op: 'column', column: ref, test })
}

/** Where values lie that a test can be put to, whatever rules and averages make of them. */
export type Stored = Exclude<Reads, { from: 'average' | 'rule' }>

/** Where a field's values are compared: texts in their folded form. */
export function comparedPlace(reads: Stored): Place {
  switch (reads.from) {
    case 'column':
      return column(reads.column)
    case 'folded':
      return column(reads.folded)
    case 'identity':
      return identity(reads.kind, hasPlainValue(reads.kind) ? 'value' : 'fold')
    case 'attribute':
      return attribute(reads.field, 'textFold')
    case 'score':
      return score(reads.column)
  }
}

/** Where a field's texts lie as they were written. */
export function writtenPlace(reads: Stored): Place {
  switch (reads.from) {
    case 'column':
      return column(reads.column)
    case 'folded':
      return column(reads.written)
    case 'identity':
      return identity(reads.kind, 'given')
    case 'attribute':
      return attribute(reads.field, 'text')
    case 'score':
      return score(reads.column)
  }
}

export function attribute(field: string, holds: 'text' | 'textFold' | 'number'): Place {
  return (test) => ({ op: 'attribute', field, column: holds, test })
}

export function score(holds: ScoreColumn): Place {
  return (test) => ({ op: 'score', column: holds, test })
}

function identity(kind: IdentityKind, holds: 'value' | 'fold' | 'given'): Place {
  return (test) => ({ op: 'identity', kind, column: holds, test })
}

/** Whether an identity is digits, which have no fold but themselves. */
function hasPlainValue(kind: IdentityKind): boolean {
  return kind === 'phone' || kind === 'whatsapp'
}
