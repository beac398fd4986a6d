import type { Command } from 'commander'
import { fieldsOf } from '../output/table.ts'
import { withShop } from '../session/with-shop.ts'

export function defineMonitor(command: Command): void {
  command
    .description(
      `Shows the shop's customers at a glance. Active ones have an open WhatsApp window, productive ones have
paid an order in full.`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db monitor
  toko --db shop.db monitor --json`,
    )
    .action((_options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const { total, active, passive, productive, largestGroup, largestSegment } =
          await shop.reports.monitoring()
        return {
          json: { total, active, passive, productive, largestGroup, largestSegment },
          text: fieldsOf([
            ['Customers', count(total)],
            ['Active', `${count(active)} with an open WhatsApp window`],
            ['Passive', count(passive)],
            ['Productive', `${count(productive)} with an order paid in full`],
            ['Largest group', named(largestGroup, 'none yet: toko groups create NAME')],
            [
              'Largest segment',
              named(largestSegment, 'none yet: toko segment create NAME PREDICATE'),
            ],
          ]),
        }
      }),
    )
}

function named(
  set: { readonly name: string; readonly members: number } | null,
  none: string,
): string {
  return set === null ? none : `${set.name} (${count(set.members)})`
}

function count(n: number): string {
  return n.toLocaleString('en-US')
}
