/** What one connection keeps prepared. */
export interface Prepared {
  readonly names: Set<string>
  readonly era: Era
}

/**
 * The time until a connection is found to have forgotten what was prepared on it, by `discard all` or
 * a change of a table. Whatever did that may have done it to all of them: those of an era that is over
 * prepare nothing more, and are closed when they are given back.
 */
export interface Era {
  isOver: boolean
}
