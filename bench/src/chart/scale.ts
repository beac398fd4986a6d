/** Where values lie between two ends of a picture, by their logarithms. */
export interface LogScale {
  (value: number): number
  /** The powers of ten within it. */
  readonly ticks: readonly number[]
}

export function logScale(values: readonly number[], from: number, to: number): LogScale {
  const least = Math.floor(Math.log10(Math.min(...values)))
  const most = Math.max(Math.ceil(Math.log10(Math.max(...values))), least + 1)
  const at = (value: number): number =>
    from + ((to - from) * (Math.log10(value) - least)) / (most - least)
  const ticks = Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i))
  return Object.assign(at, { ticks })
}
