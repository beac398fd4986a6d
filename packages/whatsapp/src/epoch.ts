/** Nobody writes seconds of this size, the year 5138; milliseconds begin there in 1973. */
const firstMilliseconds = 100_000_000_000

/** Milliseconds since 1970 of a time in seconds or milliseconds, which their size tells apart. */
export function epochMilliseconds(given: number): number {
  return given < firstMilliseconds ? given * 1000 : given
}
