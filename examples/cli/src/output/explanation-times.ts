/**
 * An explanation, or changes, whose instants are ISO texts as in every other answer: those that a
 * customer has, and until when to wait.
 */
export function withTimes(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withTimes)
  if (typeof json !== 'object' || json === null || json instanceof Date) return json
  const entries = Object.entries(json)
  const is = (name: string, value: string): boolean =>
    entries.some(([key, each]) => key === name && each === value)
  const isActual = is('type', 'instant')
  const isWait = is('kind', 'wait')
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (isActual && key === 'values' && Array.isArray(value)) return [key, value.map(isoOf)]
      return [key, isWait && key === 'until' ? isoOf(value) : withTimes(value)]
    }),
  )
}

function isoOf(value: unknown): unknown {
  return typeof value === 'number' ? new Date(value).toISOString() : value
}
