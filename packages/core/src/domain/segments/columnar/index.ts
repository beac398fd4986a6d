export type { Column, NumberColumn, TextColumn } from './column.ts'
export { type ColumnarJudge, compileColumnar } from './compile-columnar.ts'
export { type ColumnarPopulation, columnarPopulation } from './population.ts'
