import type { Node, RangeVar } from 'libpg-query'
import type { ShopValue } from './findings.ts'

/** The column that every table of ours is distributed by. */
export const shopColumn = 'shop_id'

/** Every part of a statement, from outside to inside, as long as `visit` wants to go further in. */
export function walk(part: unknown, visit: (node: object) => boolean): void {
  if (typeof part !== 'object' || part === null) return
  if (!Array.isArray(part) && !visit(part)) return
  for (const inner of Object.values(part)) walk(inner, visit)
}

type Kind<N> = N extends N ? keyof N : never

/** Whether a part of a statement is a node of this kind. */
export function isA<K extends Kind<Node>>(
  part: object,
  kind: K,
): part is Extract<Node, Readonly<Record<K, unknown>>> {
  return kind in part
}

/** Whether a part of a statement names a table. */
export function isTable(part: object): part is RangeVar {
  return 'relname' in part && 'relpersistence' in part
}

/** The names that a dotted name is made of. */
export function namesIn(parts: readonly Node[] | undefined): readonly string[] {
  return (parts ?? []).map((part) => ('String' in part ? (part.String.sval ?? '') : '*'))
}

/** The name by which a query speaks of a table. */
export function aliasOf(table: RangeVar): string {
  return table.alias?.aliasname ?? table.relname ?? ''
}

/** All of what must hold together: what stands between `and`s. */
export function conjuncts(condition: Node | undefined): readonly Node[] {
  if (condition === undefined) return []
  const isAnd = 'BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR'
  return isAnd ? (condition.BoolExpr.args ?? []).flatMap(conjuncts) : [condition]
}

/** Both sides of a plain `=`; undefined for all else. */
export function equalSides(condition: Node): readonly [Node, Node] | undefined {
  if (!('A_Expr' in condition)) return undefined
  const { kind, name, lexpr, rexpr } = condition.A_Expr
  const isEqual = kind === 'AEXPR_OP' && namesIn(name).join('.') === '='
  return isEqual && lexpr !== undefined && rexpr !== undefined ? [lexpr, rexpr] : undefined
}

/** A value that is known before any row is read; null and what is computed is none. */
export function constantIn(value: Node | undefined): ShopValue | undefined {
  if (value === undefined) return undefined
  if ('TypeCast' in value) return constantIn(value.TypeCast.arg)
  if ('ParamRef' in value) return { parameter: value.ParamRef.number ?? 0 }
  if (!('A_Const' in value) || value.A_Const.sval === undefined) return undefined
  return { text: value.A_Const.sval.sval ?? '' }
}
