import { isLanggananError, type Shop } from '@langganan/core'
import { referenceOf } from '../output/customer-columns.ts'
import { shellWord } from '../output/shell-word.ts'
import { whoText } from '../output/who.ts'
import { CliError } from './cli-error.ts'
import { optionOf } from './in-options.ts'

/** Does the work; an error that somebody has such a phone already says who, and how to see and change that one. */
export async function unlessKnown<T>({ customers }: Shop, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isLanggananError(error, 'CUSTOMER_ALREADY_EXISTS')) throw error
    const { customer: id } = error.details
    if (typeof id !== 'string') throw error
    const known = await customers.get(id)
    const { code, field, message } = error
    const option = field === undefined ? 'phone, address or number' : optionOf(field)
    const next = (reference: string) =>
      `See this customer: toko customers show ${shellWord(reference)}; change it: toko customers edit ${shellWord(reference)}.`
    throw new CliError(
      code,
      message.replace('its id is in details.customer', `id ${id}`),
      field,
      error,
      undefined,
      `${whoText(known)} has this ${option} already. ${next(referenceOf(known))}`,
    )
  }
}
