import type { Figure } from './result.ts'

export interface Machine {
  readonly date: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGiB: number
  readonly node: string
  readonly sqlite: string
  /** Where a suite ran on one. */
  readonly postgres?: string
  readonly repetitions: number
}

/** A median with its unit and spread. */
export function shown({ median, spread, unit }: Figure): string {
  const value = median >= 1_000 ? Math.round(median).toLocaleString('en') : median.toPrecision(3)
  return `${value} ${unit} ±${Math.round(spread * 50)} %`
}
