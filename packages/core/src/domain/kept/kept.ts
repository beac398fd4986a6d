import type { Predicate } from '../segments/predicate.ts'

/** What is kept up for every customer: the members of a tracked segment, or those whom a tag's rule gives it. */
export interface Kept {
  readonly kind: 'segment' | 'tag'
  readonly id: string
  /** For messages. */
  readonly name?: string
  readonly where: Predicate
}

/** A customer came to belong to something kept, or belongs to it no longer. */
export interface Crossing {
  readonly kept: Kept
  readonly entered: boolean
  /** When it became so, epoch milliseconds. */
  readonly at: number
}

/** One text for what is kept. */
export function keptKey({ kind, id }: Pick<Kept, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}
