import type { Command } from 'commander'
import { defineLabelBoard } from './label-board.ts'
import { defineLabelChanges } from './label-changes.ts'
import { defineLabelHistory } from './label-history.ts'
import { defineLabelReports } from './label-reports.ts'

export function defineLabels(command: Command): void {
  command
    .description(
      `What staff mark chats with in WhatsApp, told by a bridge, and marks of the shop's own: who has them now, and
all that was told of them. Those of WhatsApp are put on and taken off there.`,
    )
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db labels board
  toko --db shop.db labels board Komplain --limit 50
  toko --db shop.db labels history 0812-3456-7890
  toko --db shop.db labels movement --from 2026-11-01 --to 2026-12-01
  toko --db shop.db labels agents --where 'city = "Bandung"'
  toko --db shop.db labels set "Grade A" 0812-3456-7890 --by dina
  toko --db shop.db customers list --where 'has label "Grade A"'`,
    )
  defineLabelBoard(command)
  defineLabelHistory(command)
  defineLabelReports(command)
  defineLabelChanges(command)
}
