import type { Command } from 'commander'
import { withShop } from '../session/with-shop.ts'

export function defineTick(command: Command): void {
  command
    .description(
      `Records what time alone changed since the last tick: who came into a tracked segment or left it, and who
got or lost a tag by its rule. Run it from cron every few minutes; how often makes no difference to what is
recorded.`,
    )
    .action((_options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const { customers, crossings } = await shop.tick()
        const said =
          crossings === 0
            ? 'Nothing has changed.'
            : `${counted(crossings, 'change')} recorded, ${counted(customers, 'customer')} looked at.`
        return { json: { customers, crossings }, text: said }
      }),
    )
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`
}
