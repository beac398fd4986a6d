import { isLanggananError, type Shop, type Transaction } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { oneLine } from '../output/one-line.ts'

/** A sale or credit note by its number; the error names the number, which is no person's. */
export async function findOrder(shop: Shop, order: string): Promise<Transaction> {
  const found = await orderIfThere(shop, order)
  if (found !== undefined) return found
  throw new CliError(
    'TRANSACTION_NOT_FOUND',
    `The shop has no order or credit note ${oneLine(order)}. Check the number: toko orders list shows them.`,
    'order',
  )
}

/** The same, where it may not be there yet. */
export async function orderIfThere(
  { transactions }: Shop,
  order: string,
): Promise<Transaction | undefined> {
  try {
    return await transactions.get(order)
  } catch (error) {
    if (isLanggananError(error, 'TRANSACTION_NOT_FOUND')) return undefined
    throw error
  }
}
