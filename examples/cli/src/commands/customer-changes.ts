import type { CustomerChangesInput } from '@langganan/core'
import type { Command } from 'commander'
import { unlessKnown } from '../errors/already-known.ts'
import { CliError } from '../errors/cli-error.ts'
import { collect } from '../input/collect.ts'
import { customerArgument } from '../input/customer-argument.ts'
import { findCustomer } from '../session/find-customer.ts'
import { withShop } from '../session/with-shop.ts'
import { withCategories } from './categories.ts'
import { showCustomer } from './customer-card.ts'
import { addProfileOptions, type ProfileOptions, profileOf } from './customer-options.ts'

const clearable = [
  'phone',
  'email',
  'number',
  'business-name',
  'address',
  'city',
  'region',
  'country',
  'birth-date',
  'gender',
  'occupation',
  'category',
  'source',
  'notes',
] as const

type Clearable = (typeof clearable)[number]

/** `add` and `edit`. */
export function defineCustomerChanges(command: Command): void {
  addProfileOptions(command.command('add'))
    .description('Adds a customer.')
    .argument('<name>', "the customer's name")
    .option('--group <group>', 'a group to join at once; once for each', collect)
    .action(
      (name: string, options: ProfileOptions & { group?: readonly string[] }, self: Command) =>
        withShop(self, async (session) => {
          const { group: groups, ...profile } = options
          const { shop } = session
          const customer = { ...profileOf(profile), name, groups }
          const { id } = await unlessKnown(shop, () =>
            withCategories(shop, () => shop.customers.add(customer)),
          )
          return showCustomer(session, id)
        }),
    )
  addProfileOptions(command.command('edit'))
    .description('Changes what is given; a phone, address or number replaces all of its kind.')
    .argument('<customer>', customerArgument)
    .option('--name <name>', 'the new name')
    .option('--clear <field>', `takes a value away: ${clearable.join(', ')}`, collect)
    .action(
      (customer: string, options: ProfileOptions & { clear?: readonly string[] }, self: Command) =>
        withShop(self, async (session) => {
          const { clear = [], ...profile } = options
          const changes = { ...profileOf(profile), ...cleared(clear) }
          if (Object.values(changes).every((value) => value === undefined)) throw nothingToChange()
          const { shop } = session
          const id = await findCustomer(shop, customer)
          await unlessKnown(shop, () =>
            withCategories(shop, () => shop.customers.edit(id, changes)),
          )
          return showCustomer(session, id)
        }),
    )
}

function cleared(fields: readonly string[]): CustomerChangesInput {
  return Object.fromEntries(
    fields.map((field) => {
      const known = clearable.find((each) => each === field)
      if (known === undefined) throw notClearable()
      return [nameInCore(known), null]
    }),
  )
}

function nameInCore(field: Clearable): string {
  if (field === 'number') return 'external'
  return field.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

function notClearable(): CliError {
  return new CliError('INVALID_INPUT', `--clear: Expected one of ${clearable.join(', ')}.`, 'clear')
}

function nothingToChange(): CliError {
  return new CliError('USAGE', 'Say what to change, such as --city Bandung. See --help.')
}
