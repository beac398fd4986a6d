/** What kind of thing a value is, in words that give nothing of it away. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date'
  switch (typeof value) {
    case 'string':
      return value.trim() === '' ? 'an empty text' : 'a text'
    case 'number':
      return Number.isFinite(value) ? 'a number' : String(value)
    case 'object':
      return 'an object'
    default:
      return `a ${typeof value}`
  }
}

/** The value at a path of an input; undefined where the path leads nowhere. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
