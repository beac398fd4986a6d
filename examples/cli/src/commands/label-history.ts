import type { CustomerLabels, Label, LabelEvent } from '@langganan/core'
import type { Command } from 'commander'
import { customerArgument } from '../input/customer-argument.ts'
import type { Answer } from '../output/answer.ts'
import { type Column, fieldsOf, tableOf } from '../output/table.ts'
import { findCustomer } from '../session/find-customer.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'

const changes: Readonly<Record<LabelEvent['change'], string>> = {
  added: 'put on',
  removed: 'taken off',
}

const causes: Readonly<Record<LabelEvent['cause'], string>> = {
  told: '',
  reconcile: 'found by comparing with a full list',
  deleted: 'the label was deleted',
}

export function defineLabelHistory(command: Command): void {
  command
    .command('history')
    .description('Shows which labels a customer has, and all that was told of them, oldest first.')
    .argument('<customer>', customerArgument)
    .action((customer: string, _options: unknown, self: Command) =>
      withShop(self, (session) => historyAnswer(session, customer)),
    )
}

async function historyAnswer(session: Session, customer: string): Promise<Answer> {
  const { labels } = session.shop
  const told = await labels.of(await findCustomer(session.shop, customer))
  const known = new Map((await labels.list()).map((label) => [label.id, label]))
  if (told.log.length === 0) {
    return {
      json: told,
      text: 'No label was ever put on. Put one on: toko labels set LABEL CUSTOMER',
    }
  }
  const table = tableOf(columnsOf(session, known), told.log)
  return { json: told, text: `${table}\n\n${fieldsOf([['Has now', currentText(told)]])}` }
}

function columnsOf(
  { time }: Session,
  known: ReadonlyMap<string, Label>,
): readonly Column<LabelEvent>[] {
  return [
    { head: 'TIME', cell: ({ at }) => time(at) },
    { head: 'LABEL', cell: ({ label }) => known.get(label)?.name ?? label },
    { head: 'SOURCE', cell: ({ label }) => known.get(label)?.source ?? '' },
    { head: 'CHANGE', cell: ({ change }) => changes[change] },
    { head: 'BY', cell: ({ by }) => by ?? '' },
    { head: 'BECAUSE', cell: ({ cause }) => causes[cause] },
  ]
}

function currentText({ current }: CustomerLabels): string {
  return current.length === 0 ? 'none' : current.map(({ name }) => name).join(', ')
}
