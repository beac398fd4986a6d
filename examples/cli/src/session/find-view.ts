import { isLanggananError, type Shop, type View } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { nearest } from '../errors/nearest.ts'

/** A saved view by its name or id; an error that there is none names the nearest. */
export async function findView({ views }: Shop, reference: string): Promise<View> {
  try {
    return await views.get(reference)
  } catch (error) {
    if (!isLanggananError(error, 'VIEW_NOT_FOUND')) throw error
    const names = (await views.list()).map(({ name }) => name)
    const meant = nearest(reference, names)
    const hint = meant === undefined ? 'See toko view list.' : `Did you mean "${meant}"?`
    throw new CliError('VIEW_NOT_FOUND', `The shop has no such view. ${hint}`, 'view', error)
  }
}
