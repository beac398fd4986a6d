/** What is used of a pool of `pg`. */
export interface HostPool {
  connect(): Promise<HostClient>
}

/** What is used of a client of such a pool. */
export interface HostClient {
  query(statement: HostStatement): Promise<HostResult>
  release(destroy?: boolean): void
  on(event: 'error', listener: (error: Error) => void): unknown
  removeListener(event: 'error', listener: (error: Error) => void): unknown
}

interface HostStatement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
  readonly types: {
    getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => string | number
  }
}

interface HostResult {
  readonly command: string
  readonly rows: unknown[]
}
