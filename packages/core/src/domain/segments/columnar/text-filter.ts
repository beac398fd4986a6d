import { assertNever } from '../assert-never.ts'
import type { ValueTest } from '../condition.ts'
import { compileValueTest } from '../evaluate/value-test.ts'
import { callFilter } from './call-filter.ts'
import { codeFilter } from './code-filter.ts'
import { type CodeRange, codesAmong } from './codes.ts'
import type { TextColumn } from './column.ts'
import { costs, type Filter } from './filter.ts'

/** Rows whose text passes a test; or, if not wanted, all others. */
export function textFilter(column: TextColumn, test: ValueTest, wanted: boolean): Filter {
  const { codes, texts } = column
  switch (test.is) {
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const passes = compileValueTest(test)
      // Judging every text there is pays where many customers share each.
      if (texts.length > codes.length / 4) {
        const textOf = (row: number): string | null => texts[(codes[row] ?? 0) - 1] ?? null
        return callFilter(costs.call, wanted, (row) => passes(textOf(row)))
      }
      return marked(column, wanted, (mark) => {
        for (const [i, text] of texts.entries()) if (passes(text)) mark({ low: i + 1, high: i + 1 })
      })
    }
    case 'missing':
      return marked(column, wanted, (mark) => mark({ low: 0, high: 0 }))
    case 'in':
      return marked(column, wanted, (mark) => {
        for (const value of test.values) mark(codesAmong(column, { is: '=', value }))
      })
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return marked(column, wanted, (mark) => mark(codesAmong(column, test)))
    default:
      return assertNever(test)
  }
}

function marked(
  { codes, texts }: TextColumn,
  wanted: boolean,
  markAll: (mark: (range: CodeRange) => void) => void,
): Filter {
  const marks = new Uint8Array(texts.length + 1).fill(Number(!wanted))
  markAll(({ low, high }) => marks.fill(Number(wanted), low, high + 1))
  return codeFilter(codes, marks)
}
