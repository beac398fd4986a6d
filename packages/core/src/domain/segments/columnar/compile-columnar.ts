import type { Condition } from '../condition.ts'
import { bind } from './bind.ts'
import { blockRows, type Filter } from './filter.ts'
import type { ColumnarPopulation } from './population.ts'

/** Asks one condition of whole populations. */
export interface ColumnarJudge {
  /** The rows of the customers that satisfy it, ascending. */
  readonly rows: (population: ColumnarPopulation) => Uint32Array
  /** How many customers satisfy it. */
  readonly count: (population: ColumnarPopulation) => number
}

/**
 * A condition as a function of a whole population: each of its parts narrows the rows that are left.
 * The answers are those of the evaluator; nothing is turned into code text.
 *
 * Lists are read from the views, and only of those customers whose answer depends on them; for one
 * that lacks such a list the function throws `LIST_NOT_LOADED`.
 */
export function compileColumnar(condition: Condition): ColumnarJudge {
  return {
    rows: (population) => {
      const rows = new Uint32Array(population.views.length)
      let kept = 0
      for (const block of blocks(bind(condition, population, true), population)) {
        rows.set(block, kept)
        kept += block.length
      }
      return rows.slice(0, kept)
    },
    count: (population) => {
      let kept = 0
      for (const block of blocks(bind(condition, population, true), population)) {
        kept += block.length
      }
      return kept
    },
  }
}

/** The rows that pass, block by block; each block is overwritten by the next. */
function* blocks(filter: Filter, { views }: ColumnarPopulation): Generator<Uint32Array> {
  const rows = new Uint32Array(blockRows)
  for (let from = 0; from < views.length; from += blockRows) {
    const to = Math.min(from + blockRows, views.length)
    yield rows.subarray(0, filter.scan(from, to, rows))
  }
}
