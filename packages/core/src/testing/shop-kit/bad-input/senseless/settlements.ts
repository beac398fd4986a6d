import { secrets } from '../expect-refused.ts'
import type { Senseless } from './senseless.ts'

const settling = (
  what: string,
  method: 'pay' | 'refund',
  input: object,
  [code, field]: readonly [Senseless['code'], string],
): Senseless => ({ what, method: `transactions.${method}`, args: () => [input], code, field })

export const settlements: readonly Senseless[] = [
  settling('a payment of no order', 'pay', { orderId: secrets.name, amount: 1 }, [
    'TRANSACTION_NOT_FOUND',
    'orderId',
  ]),
  settling('a payment beyond what is open', 'pay', { orderId: 'INV-2', amount: 130_001 }, [
    'PAYMENT_EXCEEDS_BALANCE',
    'amount',
  ]),
  settling('a payment of what is paid', 'pay', { orderId: 'INV-1', amount: 1 }, [
    'PAYMENT_EXCEEDS_BALANCE',
    'amount',
  ]),
  settling('a payment of a credit note', 'pay', { orderId: 'CN-1', amount: 1 }, [
    'INVALID_INPUT',
    'orderId',
  ]),
  settling('more than the credit', 'pay', { orderId: 'INV-2', amount: 40_001, fromCredit: true }, [
    'PAYMENT_EXCEEDS_BALANCE',
    'amount',
  ]),
  settling('a rate in the book currency', 'pay', { orderId: 'INV-2', amount: 1, rate: '1' }, [
    'INVALID_INPUT',
    'rate',
  ]),
  settling('a refund of a sale', 'refund', { orderId: 'INV-1', amount: 1 }, [
    'INVALID_INPUT',
    'orderId',
  ]),
  settling('a refund beyond what is open', 'refund', { orderId: 'CN-1', amount: 40_001 }, [
    'REFUND_EXCEEDS_PAID',
    'amount',
  ]),
]
