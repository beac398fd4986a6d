import { LanggananError } from '../domain/error/langganan-error.ts'
import { currencyScale } from '../domain/money/currency.ts'
import type { ShopRow } from '../domain/shops/rows.ts'
import { FOLD_VERSION, fold } from '../domain/text/fold.ts'
import { isSameTimeZone, timeZoneName } from '../domain/time/time-zone.ts'
import type { Storage } from '../ports/storage/storage.ts'
import { beginUnitOfWork } from './begin-unit-of-work.ts'
import { startingCategories } from './categories/categories.ts'
import type { OpenShopOptions } from './input/open-shop.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The shop as it is stored; set up now if it is new. Settings that are given must be those stored. */
export async function storedOrSetUp(
  options: OpenShopOptions,
  stamp: UnitOfWork['stamp'],
): Promise<ShopRow> {
  const { id, storage, currency } = options
  const timeZone = options.timeZone === undefined ? undefined : timeZoneGiven(options.timeZone)
  const row =
    (await storedShop(storage, id)) ?? (await setUp(storage, id, { currency, timeZone }, stamp))
  refuseOthers({ currency, timeZone }, row)
  return row
}

interface Settings {
  readonly currency: string | undefined
  readonly timeZone: string | undefined
}

async function storedShop(storage: Storage, id: string): Promise<ShopRow | undefined> {
  const [row] = await storage.transaction(id, 'read', (tx) => tx.get('shops', [[]]))
  return row
}

async function setUp(
  storage: Storage,
  id: string,
  { currency, timeZone }: Settings,
  stamp: UnitOfWork['stamp'],
): Promise<ShopRow> {
  if (currency === undefined || timeZone === undefined) {
    throw new LanggananError(
      'SHOP_NOT_FOUND',
      'This storage has no shop with this id. To create it, give currency and timeZone too.',
      { field: 'id' },
    )
  }
  const scale = scaleOf(currency)
  const wanted = { currency, scale, timeZone, createdAt: stamp.now, foldVersion: FOLD_VERSION }
  return storage.transaction(id, 'alone', async (tx) => {
    // Somebody else may have set it up since we looked.
    const [known] = await tx.get('shops', [[]])
    if (known !== undefined) return known
    const shop = { id, currency, scale, timeZone }
    const unit = beginUnitOfWork({ shop, tx, stamp, sampleKey: () => 0 }, () => undefined)
    const into = unit.draft()
    into.insert('shops', wanted)
    for (const name of startingCategories) {
      into.insert('categories', {
        id: stamp.newId(),
        name,
        nameFold: fold(name),
        createdAt: stamp.now,
      })
    }
    into.event('shop.created', {})
    await unit.write(into)
    return wanted
  })
}

function scaleOf(currency: string): number {
  const scale = currencyScale(currency)
  if (scale !== undefined) return scale
  throw new LanggananError(
    'CURRENCY_UNKNOWN',
    'This is no active ISO 4217 currency code. Expected one such as IDR.',
    { field: 'currency' },
  )
}

/** What Indonesians call their zones. */
const zonesInWords: ReadonlyMap<string, string> = new Map([
  ['WIB', 'Asia/Jakarta'],
  ['WITA', 'Asia/Makassar'],
  ['WIT', 'Asia/Jayapura'],
])

function suggestion(name: string): string {
  const meant = zonesInWords.get(name.trim().toUpperCase())
  return meant === undefined ? 'Expected one such as Asia/Jakarta.' : `Did you mean ${meant}?`
}

function timeZoneGiven(name: string): string {
  const timeZone = timeZoneName(name)
  if (timeZone !== undefined) return timeZone
  throw new LanggananError('TIME_ZONE_UNKNOWN', `This is no IANA time zone. ${suggestion(name)}`, {
    field: 'timeZone',
  })
}

function refuseOthers(given: Settings, stored: ShopRow): void {
  for (const field of ['currency', 'timeZone'] as const) {
    const wanted = given[field]
    if (wanted === undefined || wanted === stored[field]) continue
    if (field === 'timeZone' && isSameTimeZone(wanted, stored.timeZone)) continue
    throw new LanggananError(
      'SHOP_CONFIG_MISMATCH',
      `The shop was created with another ${field}. Open it with that, or without naming one.`,
      { field, details: { stored: stored[field] } },
    )
  }
}
