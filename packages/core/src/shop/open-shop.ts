import { LanggananError } from '../domain/error/langganan-error.ts'
import type { EventRow } from '../domain/history/rows.ts'
import { makeUuidV7Source } from '../domain/ids/uuid-v7-source.ts'
import type { Clock } from '../ports/clock.ts'
import type { RandomBytes } from '../ports/random.ts'
import type { Storage, TransactionMode } from '../ports/storage/storage.ts'
import { attributesOf } from './attributes/attributes.ts'
import { beginUnitOfWork } from './begin-unit-of-work.ts'
import { categoriesOf } from './categories/categories.ts'
import { conflictsOf } from './conflicts/conflicts.ts'
import { consentsOf } from './consents/consents.ts'
import { customersOf } from './customers/customers.ts'
import { deadLettersOf } from './dead-letters/dead-letters.ts'
import { groupsOf } from './groups/groups.ts'
import { eventsOf } from './history/history.ts'
import { checked } from './input/checked.ts'
import { checkedOptions, type OpenShopOptions } from './input/open-shop.ts'
import { text } from './input/values.ts'
import { interactionsOf } from './interactions/interactions.ts'
import { tick } from './kept/tick.ts'
import { startTicking, type Ticking } from './kept/ticking.ts'
import { labelsOf } from './labels/labels.ts'
import { makeListeners } from './listeners.ts'
import { messagesOf } from './messages/messages.ts'
import { orderDraftsOf } from './order-drafts/order-drafts.ts'
import { rebuild } from './rebuild.ts'
import { reportsOf } from './reports/reports.ts'
import type { Runner } from './runner.ts'
import { scoresOf } from './scores/scores.ts'
import { segmentsOf } from './segments/segments.ts'
import { storedOrSetUp } from './set-up-shop.ts'
import type { Shop } from './shop.ts'
import { systemRandomBytes } from './system-random.ts'
import { tagsOf } from './tags/tags.ts'
import { transactionsOf } from './transactions/transactions.ts'
import type { ShopConfig, UnitOfWork } from './unit-of-work.ts'
import { customerValuesOf } from './value/value.ts'
import { verify } from './verify/verify.ts'
import { viewsOf } from './views/views.ts'
import { noSendingWithin, noTickingWithin, storageWithin } from './within.ts'

interface Setting {
  readonly shop: ShopConfig
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: () => string
  readonly sampleKey: () => number
  readonly announce: (events: readonly EventRow[]) => void
  /** What ticks by itself. */
  readonly ticking: Set<Ticking>
  /** Whether calls are part of a transaction of the host's. */
  readonly isWithin: boolean
}

/**
 * Opens a shop, and sets it up the first time.
 *
 * @throws LanggananError `SHOP_ID_REQUIRED`, `SHOP_NOT_FOUND` for a new shop without currency and
 * time zone, `SHOP_CONFIG_MISMATCH` if it was set up otherwise, `CURRENCY_UNKNOWN`, `TIME_ZONE_UNKNOWN`
 */
export async function openShop(options: OpenShopOptions): Promise<Shop> {
  const given = checkedOptions(options)
  const { id, storage, clock = Date.now, randomBytes = systemRandomBytes, actor = 'system' } = given
  const newId = makeUuidV7Source(clock, randomBytes)
  const { currency, scale, timeZone } = await storedOrSetUp(given, {
    now: nowOf(clock),
    actor,
    newId,
  })
  const { on, announce } = makeListeners(given.onListenerError)
  const sampleKey = makeSampleKeys(randomBytes)
  const shop: ShopConfig = { id, currency, scale, timeZone }
  const ticking = new Set<Ticking>()
  const isWithin = false
  const setting = { shop, storage, clock, newId, sampleKey, announce, ticking, isWithin }
  return shopFor(setting, actor, on)
}

/** Nothing is announced: only the host knows whether and when it commits. */
function settingWithin(setting: Setting, transaction: unknown): Setting {
  const storage = storageWithin(setting.storage, transaction)
  return { ...setting, storage, announce: () => undefined, ticking: new Set(), isWithin: true }
}

function shopFor(setting: Setting, actor: string, on: Shop['on']): Shop {
  const run = runnerFor(setting, actor)
  return {
    ...setting.shop,
    customers: customersOf(run),
    conflicts: conflictsOf(run),
    deadLetters: deadLettersOf(run),
    transactions: transactionsOf(run),
    drafts: orderDraftsOf(run),
    interactions: interactionsOf(run),
    messages: setting.isWithin ? { ...messagesOf(run), send: noSendingWithin } : messagesOf(run),
    groups: groupsOf(run),
    tags: tagsOf(run),
    labels: labelsOf(run),
    categories: categoriesOf(run),
    attributes: attributesOf(run),
    segments: segmentsOf(run),
    views: viewsOf(run),
    consents: consentsOf(run),
    scores: scoresOf(run),
    value: customerValuesOf(run),
    reports: reportsOf(run),
    events: eventsOf(run),
    on,
    as: (name) => shopFor(setting, actorGiven(name), on),
    within: (transaction) => shopFor(settingWithin(setting, transaction), actor, on),
    tick: () => tick(run),
    start(options) {
      if (setting.isWithin) return noTickingWithin()
      const ticking = startTicking(() => tick(run), options)
      setting.ticking.add(ticking)
      return ticking
    },
    rebuild: () => run.alone(rebuild),
    verify: () => run.read(verify),
    async close() {
      for (const ticking of setting.ticking) await ticking.stop()
      await setting.storage.close()
    },
  }
}

function runnerFor(
  { shop, storage, clock, newId, sampleKey, announce }: Setting,
  actor: string,
): Runner {
  async function run<T>(mode: TransactionMode, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    let events: EventRow[] = []
    const answer = await storage.transaction(shop.id, mode, (tx) => {
      events = [] // a storage may begin again
      const stamp = { now: nowOf(clock), actor, newId }
      return work(
        beginUnitOfWork({ shop, tx, stamp, sampleKey }, (written) => events.push(...written)),
      )
    })
    announce(events)
    return answer
  }
  return {
    read: (work) => run('read', work),
    write: (work) => run('write', work),
    alone: (work) => run('alone', work),
  }
}

/** A clock that is wrong would be wrong in every row. */
function nowOf(clock: Clock): number {
  const now = clock()
  if (Number.isSafeInteger(now) && now >= 0) return now
  throw new LanggananError(
    'INVALID_INPUT',
    'The clock gave no whole number of milliseconds since 1970. Give openShop one such as Date.now.',
    { field: 'clock' },
  )
}

function actorGiven(name: unknown): string {
  return checked(text(200), name, 'actor')
}

const keysPerDraw = 64

/** Gives 31 random bits at each call, the one value past the range left out. */
function makeSampleKeys(randomBytes: RandomBytes): () => number {
  let pool = randomBytes(0)
  let used = 0
  return () => {
    for (;;) {
      if (used >= pool.length) {
        pool = randomBytes(4 * keysPerDraw)
        used = 0
      }
      const [a = 0, b = 0, c = 0, d = 0] = pool.subarray(used, used + 4)
      used += 4
      const key = ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d
      if (key < 0x7fffffff) return key
    }
  }
}
