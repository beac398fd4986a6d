import type { Rows } from '../../../domain/change/rows.ts'

/** A group; its name is unique in the shop. */
export function groupRow(id: string, name: string = id): Rows['groups'] {
  return { id, name, nameFold: name, createdAt: 1 }
}

/** A shop's own row. */
export function shopRow(): Rows['shops'] {
  return { currency: 'IDR', scale: 0, timeZone: 'Asia/Jakarta', createdAt: 1, foldVersion: 1 }
}

/** An event whose number the storage gives. */
export function eventRow(data: string): Rows['events'] {
  return {
    seq: 0,
    type: 'customer.added',
    actor: 'kit',
    customerId: null,
    occurredAt: 1,
    recordedAt: 1,
    data,
  }
}
