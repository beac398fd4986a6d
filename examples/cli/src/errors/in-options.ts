/** Names in core's words that options of the program say otherwise than in kebab case. */
const optionNames: Readonly<Record<string, string>> = {
  orderId: 'order',
  dueDate: 'due',
  external: 'number',
  filename: 'db',
  connectionString: 'db',
  schema: 'db',
  backup: 'file',
  shopId: 'id',
  lines: 'line',
  charges: 'shipping',
}

/** Fields of core that are options of the program; arguments and predicates keep their words. */
const spokenOf =
  /\b(orderId|dueDate|external|businessName|birthDate|timeZone|ltvMin|ltvMax|filename|connectionString|shopId)\b/g

/** The option that a field of core came from: `ltv-min` for `ltvMin`, `line` for `lines[0].price`. */
export function optionOf(field: string): string {
  const path = field.split(/[.[]/)
  const [first = '', second] = path
  // A customer on the spot is given by options of its own; predicates keep their paths.
  if (first === 'customer' && second !== undefined) return optionOf(second)
  if (first === 'lines' || first === 'charges') return optionNames[first] ?? first
  return path.length > 1 ? field : named(first)
}

/** A message of core in the words of the program's options. */
export function inOptions(message: string, field: string | undefined): string {
  const own =
    field !== undefined && message.startsWith(`${field}:`)
      ? `--${optionOf(field)}${message.slice(field.length)}`
      : message
  return own.replace(spokenOf, (name) => `--${named(name)}`)
}

function named(field: string): string {
  return optionNames[field] ?? field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
