import { isLanggananError, type OrderDraft, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'

const wholeId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const endOfId = /^[0-9a-f]{4,12}$/

/** What lists show of an id: its end, for drafts of one day begin alike. */
export function shortId({ id }: Pick<OrderDraft, 'id'>): string {
  return id.slice(-8)
}

/** A draft by its id; an open one by the end of it, too. */
export async function findDraft({ drafts }: Shop, reference: string): Promise<OrderDraft> {
  const wanted = reference.trim().toLowerCase()
  if (wholeId.test(wanted)) return byWholeId(drafts, wanted)
  const found = endOfId.test(wanted) ? await openWith(drafts, wanted) : []
  const [only, ...others] = found
  if (only === undefined) throw noDraft('Of one that is decided the whole id is needed.')
  if (others.length > 0) throw noDraft('Several end with this: give more of the id, or all of it.')
  return only
}

async function byWholeId(drafts: Shop['drafts'], id: string): Promise<OrderDraft> {
  try {
    return await drafts.get(id)
  } catch (error) {
    throw isLanggananError(error, 'ORDER_DRAFT_NOT_FOUND') ? noDraft('Check the id.') : error
  }
}

async function openWith(drafts: Shop['drafts'], end: string): Promise<readonly OrderDraft[]> {
  const found: OrderDraft[] = []
  let after: string | undefined
  do {
    const page = await drafts.open({ limit: 1_000, after })
    found.push(...page.rows.filter(({ id }) => id.endsWith(end)))
    after = page.next ?? undefined
  } while (after !== undefined)
  return found
}

function noDraft(fix: string): CliError {
  return new CliError(
    'ORDER_DRAFT_NOT_FOUND',
    `The shop has no open draft of this id. ${fix} toko drafts list shows the open ones, and with --customer also those that are decided.`,
    'draft',
  )
}
