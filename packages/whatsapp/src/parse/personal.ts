import type { z } from 'zod'
import { audienceOf } from './audience.ts'
import { type Item, readItem } from './items.ts'
import { isObject } from './values.ts'

/** Reads an item that is of one person; those of groups, broadcasts and newsletters are only counted. */
export function* readPersonal<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  place: string,
  read: (item: T) => Iterable<Item>,
): Generator<Item> {
  const audience = isObject(raw) ? audienceOf(raw) : undefined
  if (audience !== undefined) yield { kind: 'ignored', audience }
  else yield* readItem(schema, raw, place, read)
}
