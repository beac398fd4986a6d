import type { Constraint, Literal } from './formula.ts'

/** A literal that is taken to hold, or not to. */
export interface Held {
  readonly literal: Literal
  readonly holds: boolean
  /** How many choices had been made when it came in. */
  readonly level: number
}

/** What is held so far, by variable. */
export type Store = ReadonlyMap<string, readonly Held[]>

/** Of what is held those of one kind. */
export type HeldAs<K extends Constraint['kind']> = Held & {
  readonly constraint: Extract<Constraint, { kind: K }>
}

export function heldAs<K extends Constraint['kind']>(
  held: readonly Held[],
  kind: K,
  holds: boolean,
): readonly HeldAs<K>[] {
  const found: HeldAs<K>[] = []
  for (const each of held) {
    const { constraint } = each.literal
    if (each.holds === holds && isOf(constraint, kind)) found.push({ ...each, constraint })
  }
  return found
}

function isOf<K extends Constraint['kind']>(
  constraint: Constraint,
  kind: K,
): constraint is Extract<Constraint, { kind: K }> {
  return constraint.kind === kind
}

/** As few of these as still conflict: none can be left out. */
export function fewestOf(
  held: readonly Held[],
  conflict: (some: readonly Held[]) => boolean,
): readonly Held[] {
  let few = held
  for (const each of held) {
    const fewer = few.filter((other) => other !== each)
    if (conflict(fewer)) few = fewer
  }
  return few
}
