import { type Command, Option } from 'commander'
import { customerArgument } from '../input/customer-argument.ts'
import { fieldsOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import { withShop } from '../session/with-shop.ts'

interface ChatOptions {
  readonly direction: 'inbound' | 'outbound'
  readonly reference?: string
  readonly name?: string
}

const meanings = {
  'free-form': 'open: anything may be sent',
  'template-only': 'closed: only templates may be sent',
  blocked: 'nothing may be sent: no WhatsApp number, archived or blacklisted',
} as const

export function defineChat(command: Command): void {
  command
    .description(
      'Records a WhatsApp message. One from the customer opens the window for 24 hours; what it says is not kept.',
    )
    .argument('<customer>', customerArgument)
    .addOption(
      new Option('--direction <way>', 'who wrote')
        .choices(['inbound', 'outbound'])
        .default('inbound'),
    )
    .option('--name <name>', 'of somebody new, who is added under the phone that is given')
    .option('--reference <id>', "the message's own id; the same twice is recorded once")
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db chat 0812-3456-7890 --at "2026-11-21 14:05"
  toko --db shop.db chat wa.me/6285711112222 --name Budi`,
    )
    .action((customer: string, { direction, reference, name }: ChatOptions, self: Command) =>
      withShop(self, async ({ shop, time }) => {
        const interaction = await shop.interactions.record({
          customer:
            name === undefined ? await findCustomer(shop, customer) : { name, phone: customer },
          kind: 'chat',
          direction,
          reference,
        })
        const window = await shop.interactions.window(interaction.customer)
        return {
          json: { interaction, window },
          text: fieldsOf([
            ['Recorded', `${direction} message at ${time(interaction.at)}`],
            ['Window', meanings[window.state]],
            [window.state === 'free-form' ? 'Closes' : 'Closed', time(window.closesAt)],
          ]),
          warnings: interaction.warnings.map(({ message }) => message),
        }
      }),
    )
}
