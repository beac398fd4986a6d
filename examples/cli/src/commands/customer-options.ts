import { type Command, Option } from 'commander'
import { collect } from '../input/collect.ts'

/** Options of a customer's profile and ways to know the customer, as they were typed. */
export interface ProfileOptions {
  readonly name?: string
  readonly phone?: readonly string[]
  readonly email?: readonly string[]
  readonly number?: readonly string[]
  readonly businessName?: string
  readonly address?: string
  readonly city?: string
  readonly region?: string
  readonly country?: string
  readonly birthDate?: string
  readonly gender?: 'female' | 'male' | 'other'
  readonly occupation?: string
  readonly category?: string
  readonly source?: string
  readonly notes?: string
}

export function addProfileOptions(command: Command): Command {
  return command
    .option('--phone <phone>', 'in any form; once for each', collect)
    .option('--email <address>', 'e-mail address; once for each', collect)
    .option('--number <number>', "the shop's own customer number; once for each", collect)
    .option('--business-name <name>', 'name of the business')
    .option('--address <address>', 'street and house')
    .option('--city <city>', 'city')
    .option('--region <region>', 'region or province')
    .option('--country <country>', 'country')
    .option('--birth-date <date>', 'YYYY-MM-DD')
    .addOption(new Option('--gender <gender>', 'gender').choices(['female', 'male', 'other']))
    .option('--occupation <text>', 'occupation')
    .option('--category <category>', 'kind of customer, such as Retail or Wholesale')
    .option('--source <source>', 'where the customer came from, such as instagram')
    .option('--notes <text>', 'anything else')
}

/** The options in core's words: its own customer number is the identity `external`. */
export function profileOf({ phone, email, number, ...rest }: ProfileOptions) {
  return { ...rest, phone: plain(phone), email: plain(email), external: plain(number) }
}

/** One value stands alone, so that an error names its field and no place in a list. */
function plain(values: readonly string[] | undefined): string | string[] | undefined {
  const [only, ...others] = values ?? []
  return others.length === 0 ? only : [...(values ?? [])]
}
