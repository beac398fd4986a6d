import { isLanggananError, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { nearest } from '../errors/nearest.ts'

/** Does the work with a group; an error that there is none names the nearest. */
export async function withGroup<T>(
  { groups }: Shop,
  reference: string,
  work: (group: string) => Promise<T>,
): Promise<T> {
  try {
    return await work(reference)
  } catch (error) {
    if (!isLanggananError(error, 'GROUP_NOT_FOUND')) throw error
    throw noGroup(reference, await namesOf(groups), error)
  }
}

/** The id of a group named by id or name; case and accents do not count. */
export async function groupId({ groups }: Shop, reference: string): Promise<string> {
  const all = await groups.list()
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' })
  const found =
    all.find(({ id }) => id === reference) ??
    all.find(({ name }) => compare(name, reference.trim()) === 0)
  if (found !== undefined) return found.id
  throw noGroup(
    reference,
    all.map(({ name }) => name),
  )
}

async function namesOf(groups: Shop['groups']): Promise<readonly string[]> {
  return (await groups.list()).map(({ name }) => name)
}

function noGroup(reference: string, names: readonly string[], cause?: unknown): CliError {
  const meant = nearest(reference, names)
  const hint = meant === undefined ? 'See toko groups list.' : `Did you mean "${meant}"?`
  return new CliError('GROUP_NOT_FOUND', `The shop has no such group. ${hint}`, 'group', cause)
}
