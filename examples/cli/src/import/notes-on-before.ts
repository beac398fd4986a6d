import { isLanggananError, type Shop } from '@langganan/core'
import { oneLine } from '../output/one-line.ts'

const mostNamed = 10

/**
 * What people should know of orders that were recorded before and that the file says otherwise of, where
 * the import leaves them as they are.
 *
 * @param paidOtherwise orders with another method of payment
 */
export async function notesOnBefore(
  { transactions }: Shop,
  cancelled: Iterable<string>,
  paidOtherwise: number,
): Promise<readonly string[]> {
  const notes: string[] = []
  const recorded: string[] = []
  for (const order of cancelled) if (await isRecorded(transactions, order)) recorded.push(order)
  if (recorded.length > 0) {
    const named = recorded.slice(0, mostNamed).map((order) => oneLine(order))
    const more = recorded.length - named.length
    notes.push(
      `Cancelled, but recorded before and still counted: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Take each back with toko credit.`,
    )
  }
  if (paidOtherwise > 0) {
    const what = paidOtherwise === 1 ? '1 order' : `${paidOtherwise.toLocaleString('en-US')} orders`
    notes.push(`The method of payment of ${what} stays as it was recorded before.`)
  }
  return notes
}

async function isRecorded(transactions: Shop['transactions'], order: string): Promise<boolean> {
  try {
    await transactions.get(order)
    return true
  } catch (error) {
    if (isLanggananError(error, 'TRANSACTION_NOT_FOUND')) return false
    throw error
  }
}
