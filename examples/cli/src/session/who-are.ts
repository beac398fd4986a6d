import { isLanggananError, type Shop } from '@langganan/core'
import { whoText } from '../output/who.ts'

const longestName = 24

/** Who these customers are, for a table, each once, by id; those who are not there any more are left out. */
export async function whoAre(
  { customers }: Shop,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>()
  for (const id of new Set(ids)) {
    try {
      known.set(id, whoText(await customers.get(id), longestName))
    } catch (error) {
      if (!isLanggananError(error, 'CUSTOMER_NOT_FOUND')) throw error
    }
  }
  return known
}
