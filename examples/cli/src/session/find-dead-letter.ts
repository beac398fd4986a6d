import type { Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { endingWith, wholeIdIn } from './by-end-of-id.ts'

/** The id of a dead letter; of an open one its end will do. */
export async function findDeadLetter({ deadLetters }: Shop, reference: string): Promise<string> {
  const whole = wholeIdIn(reference)
  if (whole !== undefined) return whole
  const [only, ...others] = await endingWith(reference, (page) => deadLetters.list(page))
  if (only === undefined) throw noLetter('Of one that is settled the whole id is needed.')
  if (others.length > 0) throw noLetter('Several end with this: give more of the id, or all of it.')
  return only.id
}

function noLetter(fix: string): CliError {
  return new CliError(
    'DEAD_LETTER_NOT_FOUND',
    `The shop has no open dead letter of this id. ${fix} toko deadletters list shows the open ones, and with --settled the others.`,
    'letter',
  )
}
