import { isLanggananError, type OrderDraft, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { endingWith, wholeIdIn } from './by-end-of-id.ts'

/** A draft by its id; an open one by the end of it, too. */
export async function findDraft({ drafts }: Shop, reference: string): Promise<OrderDraft> {
  const whole = wholeIdIn(reference)
  if (whole !== undefined) return byWholeId(drafts, whole)
  const found = await endingWith(reference, (page) => drafts.open(page))
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

function noDraft(fix: string): CliError {
  return new CliError(
    'ORDER_DRAFT_NOT_FOUND',
    `The shop has no open draft of this id. ${fix} toko drafts list shows the open ones, and with --customer also those that are decided.`,
    'draft',
  )
}
