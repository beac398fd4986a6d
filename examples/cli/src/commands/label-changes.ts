import type { Label, LabelEventInput, Shop } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { customerArgument } from '../input/customer-argument.ts'
import type { Answer } from '../output/answer.ts'
import { oneLine } from '../output/one-line.ts'
import { findCustomer } from '../session/find-customer.ts'
import { labelsMeant, noLabel } from '../session/find-label.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

interface ChangeOptions {
  readonly by?: string
}

/** The source of labels that the shop itself puts on. */
const own = 'shop'

/** `set` and `unset`: labels that are the shop's own. */
export function defineLabelChanges(command: Command): void {
  defineChange(command.command('set'), 'added')
    .description("Puts a label of the shop's own on a customer; a name that is new begins a label.")
    .argument('<label>', "name or id of the label; not one of WhatsApp's")
    .argument('<customer>', customerArgument)
  defineChange(command.command('unset'), 'removed')
    .description("Takes a label of the shop's own off a customer; the log keeps it.")
    .argument('<label>', 'name or id of the label')
    .argument('<customer>', customerArgument)
}

function defineChange(command: Command, change: LabelEventInput['change']): Command {
  return command
    .option('--by <name>', 'who of the staff it was')
    .action((label: string, customer: string, { by }: ChangeOptions, self: Command) =>
      withShop(self, (session) => changed(session, { label, customer, change, by })),
    )
}

async function changed(
  { shop }: Session,
  { label: reference, customer: whom, change, by }: LabelEventInput,
): Promise<Answer> {
  const customer = await findCustomer(shop, whom)
  const label = await ownLabel(shop, reference)
  const isAdded = change === 'added'
  if (label === undefined && !isAdded) throw noLabel(await shop.labels.list(), reference)
  const name = oneLine(label?.name ?? reference)
  const has = await hasLabel(shop, customer, label)
  // Events that change nothing would only fill the log.
  if (has === isAdded) {
    const text = has ? `The customer had ${name} already.` : `The customer did not have ${name}.`
    return { json: { changed: false }, text }
  }
  const event = await shop.labels.record({ customer, label: label?.id ?? reference, change, by })
  const begun = label === undefined ? ` ${name} is a new label of the shop.` : ''
  const done = isAdded ? `The customer has ${name} now.` : `${name} is taken off.`
  return { json: { changed: true, event }, text: `${done}${begun}` }
}

/** The shop's own label of this name; undefined where there is none. One of another source is refused. */
async function ownLabel({ labels }: Shop, reference: string): Promise<Label | undefined> {
  const meant = labelsMeant(await labels.list(), reference)
  const found = meant.find(({ source }) => source === own)
  const [other] = meant
  if (found !== undefined || other === undefined) return found
  throw new CliError(
    'INVALID_INPUT',
    `This is a label of ${oneLine(other.source)}. Put it on or take it off there, from where the shop is told.`,
    'label',
  )
}

async function hasLabel(
  { labels }: Shop,
  customer: string,
  label: Label | undefined,
): Promise<boolean> {
  if (label === undefined) return false
  return (await labels.of(customer)).current.some(({ id }) => id === label.id)
}
