import type {
  DeleteStmt,
  InsertStmt,
  Node,
  OnConflictClause,
  SelectStmt,
  UpdateStmt,
} from 'libpg-query'
import { constantIn, isA, shopColumn, walk } from './nodes.ts'
import type { Queries } from './queries.ts'

const none: ReadonlySet<string> = new Set()

export function judgeDelete(queries: Queries, statement: DeleteStmt): void {
  const { relation, usingClause = [], whereClause, withClause, ...rest } = statement
  if (relation === undefined) return
  const withs = queries.withs(withClause, none)
  queries.level([{ RangeVar: relation }, ...usingClause], whereClause, withs)
  queries.inside([usingClause, whereClause, rest], withs)
}

export function judgeUpdate(queries: Queries, statement: UpdateStmt): void {
  const { relation, fromClause = [], whereClause, withClause, targetList, ...rest } = statement
  if (relation === undefined) return
  const withs = queries.withs(withClause, none)
  queries.level([{ RangeVar: relation }, ...fromClause], whereClause, withs)
  refuseMoving(queries, targetList)
  queries.inside([fromClause, whereClause, targetList, rest], withs)
}

export function judgeInsert(queries: Queries, statement: InsertStmt): void {
  const { relation, cols = [], selectStmt, onConflictClause, withClause, ...rest } = statement
  queries.ours(relation)
  const withs = queries.withs(withClause, none)
  const isFirst = cols[0] !== undefined && nameOf(cols[0]) === shopColumn
  if (!isFirst) queries.findings.refuse('inserts rows without their shop as the first column')
  else if (selectStmt !== undefined && isA(selectStmt, 'SelectStmt')) {
    judgeRows(queries, selectStmt.SelectStmt)
    queries.select(selectStmt.SelectStmt, withs)
  } else queries.findings.refuse('inserts a row of defaults')
  if (onConflictClause !== undefined) judgeConflict(queries, onConflictClause)
  queries.inside([onConflictClause, rest], withs)
}

/** The shop of each row must be said as a value. */
function judgeRows({ findings }: Queries, { valuesLists, targetList }: SelectStmt): void {
  const shops =
    valuesLists === undefined
      ? [
          targetList?.[0] !== undefined &&
            isA(targetList[0], 'ResTarget') &&
            targetList[0].ResTarget.val,
        ]
      : valuesLists.map((row) => isA(row, 'List') && row.List.items?.[0])
  for (const shop of shops) {
    const value = shop === false ? undefined : constantIn(shop)
    if (value === undefined) findings.refuse('inserts rows of a shop that is not said as a value')
    else findings.shops.push(value)
  }
  if (hasQuery(valuesLists)) findings.refuse('asks a query for a value to insert')
  // Citus has the coordinator run such a query, which reads no shard, and send on what it gives.
  if (valuesLists === undefined) findings.passesCoordinator = true
}

function hasQuery(part: unknown): boolean {
  let found = false
  walk(part, (node) => {
    found ||= isA(node, 'SelectStmt')
    return !found
  })
  return found
}

/** Another row in the way is only looked for in the shard that the new one goes to. */
function judgeConflict(queries: Queries, { infer, targetList }: OnConflictClause): void {
  const names = (infer?.indexElems ?? []).map(
    (element) => isA(element, 'IndexElem') && element.IndexElem.name,
  )
  if (!names.includes(shopColumn)) {
    queries.findings.refuse('looks for conflicts by columns without the shop')
  }
  refuseMoving(queries, targetList)
}

function refuseMoving({ findings }: Queries, targets: readonly Node[] = []): void {
  if (targets.some((target) => nameOf(target) === shopColumn)) {
    findings.refuse('moves rows to another shop')
  }
}

function nameOf(target: Node): string | undefined {
  return isA(target, 'ResTarget') ? target.ResTarget.name : undefined
}
