import type { NextChange } from '../../domain/segments/next-change.ts'

/** When an answer changes if nothing but time goes on, or until when it does not; with `never` not later either. */
export type NextShown =
  | { readonly at: Date }
  | { readonly noneBefore: Date; readonly never: boolean }

export function nextShown(next: NextChange): NextShown {
  return 'at' in next
    ? { at: new Date(next.at) }
    : { noneBefore: new Date(next.noneBefore), never: next.never }
}
