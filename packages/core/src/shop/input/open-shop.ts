import { z } from 'zod'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RandomBytes } from '../../ports/random.ts'
import type { Storage } from '../../ports/storage/storage.ts'
import { checked } from './checked.ts'
import { text } from './values.ts'

export interface OpenShopOptions {
  /** The shop's id, at most 200 characters; every row of the shop carries it. */
  readonly id: string
  readonly storage: Storage
  /** Book currency, ISO 4217. Needed when the shop is new; else it must be the one stored. */
  readonly currency?: string | undefined
  /** IANA time zone. Needed when the shop is new; else it must be the one stored, by any of its names. */
  readonly timeZone?: string | undefined
  /** Epoch milliseconds; the system's clock where nothing is said. */
  readonly clock?: Clock | undefined
  /** Where ids and sample keys come from; the system's where nothing is said. */
  readonly randomBytes?: RandomBytes | undefined
  /** Name in the log for what this handle does; `system` where nothing is said. */
  readonly actor?: string | undefined
  /** Gets what listeners throw or reject with; without it `console.error` does. */
  readonly onListenerError?: ((error: unknown) => void) | undefined
}

const openShopInput: z.ZodType<OpenShopOptions> = z.strictObject({
  id: text(200),
  storage: z.custom<Storage>(isStorage, 'Expected a storage, such as sqliteStorage({ filename })'),
  currency: text(10).optional(),
  timeZone: text(100).optional(),
  clock: functionGiven<Clock>().optional(),
  randomBytes: functionGiven<RandomBytes>().optional(),
  actor: text(200).optional(),
  onListenerError: functionGiven<(error: unknown) => void>().optional(),
})

/** @throws LanggananError `SHOP_ID_REQUIRED`; `INVALID_INPUT` for anything else that is not as expected */
export function checkedOptions(options: OpenShopOptions): OpenShopOptions {
  if (!isNamed(options?.id)) {
    throw new LanggananError(
      'SHOP_ID_REQUIRED',
      'Every call needs a shop. Give openShop an id such as "kopi-senja".',
      { field: 'id' },
    )
  }
  return checked(openShopInput, options)
}

function isNamed(id: unknown): boolean {
  return typeof id === 'string' && id.trim() !== ''
}

function isStorage(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'transaction' in value
}

function functionGiven<F>(): z.ZodType<F> {
  return z.custom<F>((value) => typeof value === 'function', 'Expected a function')
}
