/** Where Postgres says which values it met: the key that is taken, the row, the parameters. */
const telling = ['detail', 'where', 'internalQuery']

/** The error of a statement without what would carry a customer's phone into the host's log. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof Error) for (const field of telling) Reflect.deleteProperty(error, field)
  return error
}
