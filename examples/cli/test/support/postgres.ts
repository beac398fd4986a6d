import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database that tests may fill as they like. */
    readonly postgres: string
  }
}

/** A URL for `--db` with a schema that nobody else uses; `change` makes it a wrong one. */
export function postgresUrl(change: (url: URL) => void = () => undefined): string {
  const url = new URL(inject('postgres'))
  url.searchParams.set('schema', `toko${randomBytes(8).toString('hex')}`)
  change(url)
  return url.href
}
