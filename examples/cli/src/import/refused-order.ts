import { isLanggananError, type LanggananError, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import type { ColumnKey } from './columns.ts'
import type { StagedOrder } from './staged-order.ts'

/** What the shop refuses about an order, said of the file. */
export async function refusedOrder(
  { customers, transactions }: Shop,
  error: LanggananError,
  { input, row }: StagedOrder,
  columnOf: (key: ColumnKey) => string,
): Promise<{ readonly message: string; readonly field: string | undefined }> {
  const { orderId } = input
  const field = error.field?.replace(/^\[\d+\]\.?/, '') || undefined
  if (error.code === 'IDEMPOTENCY_CONFLICT') {
    const message = `Order ${orderId} was recorded before with other content${await paidLess()}.`
    return { message, field: columnOf('order') }
  }
  const key = /^customer\.(phone|email)/.exec(field ?? '')?.[1]
  if (error.code === 'CUSTOMER_ALREADY_EXISTS' && (key === 'phone' || key === 'email')) {
    const owner = await numberOf(String(error.details.customer))
    const what = key === 'phone' ? 'phone' : 'e-mail address'
    return {
      message: `Row ${row}, column ${columnOf(key)}: The shop has this ${what} for customer ${owner}, and the file gives it to customer ${given()}. One person: give both one number. Two: correct the ${what}, or leave it empty.`,
      field: columnOf(key),
    }
  }
  if (error.code === 'CUSTOMER_ALREADY_EXISTS' && Array.isArray(error.details.customers)) {
    const owners = await Promise.all(error.details.customers.map((id) => numberOf(String(id))))
    return {
      message: `Row ${row}: Its number, phone and e-mail address belong to different customers: ${owners.join(' and ')}. Correct the one that is wrong, or leave it empty.`,
      field: columnOf('customer'),
    }
  }
  return { message: `Order ${orderId}: ${error.message}`, field }

  function given(): string {
    const { customer } = input
    return typeof customer === 'string' ? customer : String(customer.external)
  }

  /** The shop's own number of a customer, for names are nobody else's business. */
  async function numberOf(id: string): Promise<string> {
    return (await customers.get(id)).external[0] ?? `without a number (id ${id})`
  }

  async function paidLess(): Promise<string> {
    if (input.kind === 'creditNote' || input.paid === true) return ''
    try {
      const { settled } = await transactions.get(orderId)
      return settled > (input.paid ?? 0)
        ? '. More of it is recorded as paid than the file says; money given back is a credit note'
        : ''
    } catch (cause) {
      if (isLanggananError(cause, 'TRANSACTION_NOT_FOUND')) return ''
      throw cause
    }
  }
}

/** The same error, said of the file. */
export function asCliError(
  error: LanggananError,
  { message, field }: { readonly message: string; readonly field: string | undefined },
): CliError {
  return new CliError(error.code, message, field ?? error.field, error)
}
