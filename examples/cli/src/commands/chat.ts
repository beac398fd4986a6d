import { type Command, Option } from 'commander'
import { fieldsOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import { withShop } from '../session/with-shop.ts'

interface ChatOptions {
  readonly direction: 'inbound' | 'outbound'
  readonly reference?: string
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
    .argument('<customer>', 'id, customer number, phone or e-mail address')
    .addOption(
      new Option('--direction <way>', 'who wrote')
        .choices(['inbound', 'outbound'])
        .default('inbound'),
    )
    .option('--reference <id>', "the message's own id; the same twice is recorded once")
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db chat 0812-3456-7890 --at "2026-11-21 14:05"`,
    )
    .action((customer: string, { direction, reference }: ChatOptions, self: Command) =>
      withShop(self, async ({ shop, time }) => {
        const id = await findCustomer(shop, customer)
        const interaction = await shop.interactions.record({
          customer: id,
          kind: 'chat',
          direction,
          reference,
        })
        const window = await shop.interactions.window(id)
        return {
          json: { interaction, window },
          text: fieldsOf([
            ['Recorded', `${direction} message at ${time(interaction.at)}`],
            ['Window', meanings[window.state]],
            [window.state === 'free-form' ? 'Closes' : 'Closed', time(window.closesAt)],
          ]),
        }
      }),
    )
}
