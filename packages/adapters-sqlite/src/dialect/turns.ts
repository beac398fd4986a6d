/** Lets one at a time through, in the order of arrival. */
export class Turns {
  #isTaken = false
  readonly #waiting: (() => void)[] = []

  /**
   * Fulfils when it is the caller's turn, which lasts until {@link Turns.pass}; nothing to wait for
   * if it is at once.
   */
  take(): Promise<void> | undefined {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve))
    this.#isTaken = true
    return undefined
  }

  pass(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#isTaken = false
    else next()
  }
}

const turnsOnHosts = new WeakMap<object, Turns>()

/** The turns on a host's connection, which several storages may use: one transaction at a time runs on it. */
export function turnsOn(connection: object): Turns {
  const known = turnsOnHosts.get(connection) ?? new Turns()
  turnsOnHosts.set(connection, known)
  return known
}
