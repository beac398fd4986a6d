import { isLanggananError } from '@langganan/core'
import { shellWord } from '../output/shell-word.ts'
import { CliError } from './cli-error.ts'

/** Makes what gets a name; an error that the name is taken says how to change what has it. */
export async function whileFree<T>(
  name: string,
  kind: 'segment' | 'view',
  make: () => Promise<T>,
): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (!isLanggananError(error, 'NAME_TAKEN')) throw error
    const message = `There is a ${kind} ${shellWord(name)} already. Change it with toko ${kind} edit ${shellWord(name)}, or choose another name.`
    throw new CliError(error.code, message, 'name', error)
  }
}
