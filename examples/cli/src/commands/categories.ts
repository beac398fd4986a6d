import { type Category, isLanggananError, type Shop } from '@langganan/core'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { oneLine } from '../output/one-line.ts'
import { type Column, tableOf } from '../output/table.ts'
import { withShop } from '../session/with-shop.ts'

const columns: readonly Column<Category>[] = [
  { head: 'CATEGORY', cell: ({ name }) => name },
  { head: 'CUSTOMERS', cell: ({ members }) => String(members), align: 'right' },
]

export function defineCategories(command: Command): void {
  command.description('Kinds of customer; each customer has one or none.').addHelpText(
    'after',
    `
Examples:
  toko --db shop.db categories create Reseller
  toko --db shop.db customers edit 0812-3456-7890 --category Reseller`,
  )
  command
    .command('list')
    .description('Lists the categories by name.')
    .action((_options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const categories = await shop.categories.list()
        const none = 'There are no categories. Make one: toko categories create NAME'
        return {
          json: categories,
          text: categories.length === 0 ? none : tableOf(columns, categories),
        }
      }),
    )
  command
    .command('create')
    .description('Makes a category.')
    .argument('<name>', 'its name')
    .action((name: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop }) => {
        const category = await shop.categories.create({ name })
        const text = `The category ${oneLine(category.name)} is made. Give it: toko customers edit CUSTOMER --category NAME`
        return { json: category, text }
      }),
    )
}

/** Does the work; the error of a category that the shop does not have lists those that it has. */
export async function withCategories<T>(shop: Shop, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isLanggananError(error, 'CATEGORY_NOT_FOUND')) throw error
    const names = (await shop.categories.list()).map(({ name }) => oneLine(name)).join(', ')
    throw new CliError(
      'CATEGORY_NOT_FOUND',
      `--category: The shop has no such category. It has: ${names}. Make one: toko categories create NAME.`,
      'category',
      error,
    )
  }
}
