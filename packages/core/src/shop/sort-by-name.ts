import { compareCodePoints } from '../domain/text/code-point-order.ts'
import { fold } from '../domain/text/fold.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** "Name A–Z": by fold, then id. */
export function byName(a: Named, b: Named): number {
  return compareCodePoints(fold(a.name), fold(b.name)) || compareCodePoints(a.id, b.id)
}
