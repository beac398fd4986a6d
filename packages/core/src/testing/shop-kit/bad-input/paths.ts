/** A deep copy of an input with another value at a path such as `lines[1].quantity`. */
export function withValueAt(input: unknown, path: string, value: unknown): unknown {
  return replaced(input, keysOf(path), value)
}

/** The path of a field inside another. */
export function inside(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function keysOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  )
}

function replaced(input: unknown, keys: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (Array.isArray(input)) {
    return input.map((each, i) => (i === key ? replaced(each, rest, value) : each))
  }
  const copy = { ...(typeof input === 'object' ? input : {}) }
  const before: unknown = Object.hasOwn(copy, key) ? Reflect.get(copy, key) : {}
  // Defined, not assigned: `__proto__` too becomes a field of its own.
  Object.defineProperty(copy, key, {
    value: replaced(before, rest, value),
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return copy
}
