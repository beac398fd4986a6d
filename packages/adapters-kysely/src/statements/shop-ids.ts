import type { Session } from '../session.ts'
import { shopIds } from './read.ts'
import type { Statements } from './statements.ts'

/** Ids of the shops that the storage holds, ascending. */
export async function readShopIds(
  session: Session,
  statements: Statements,
): Promise<readonly string[]> {
  const shops = await session.rows<{ readonly id: string }>(
    shopIds(statements),
    [],
    'listing the shops',
  )
  return shops.map(({ id }) => id)
}
