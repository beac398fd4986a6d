import { labelKey } from '../../domain/labels/label-identity.ts'
import type { LabelEventRow, LabelRow } from '../../domain/labels/rows.ts'
import { isOnAt } from '../../domain/labels/spans.ts'
import { groupedBy } from '../grouped.ts'
import type { LabelSnapshotInput } from '../input/labels-told.ts'
import { notInFuture } from '../not-in-future.ts'
import { scanAll } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { bridgedLabel, recordEdit } from './bridged-label.ts'
import { type Chat, chatOf } from './chat-customer.ts'
import { type ChatEvent, type Hearing, hearing, type LabelsHeard } from './hearing.ts'
import { allWaiting } from './waiting.ts'

/** What a full list says: labels by key, and for whom each is on. */
interface Listed {
  readonly source: string
  readonly at: number
  readonly labels: ReadonlyMap<string, LabelRow>
  /** By customer, the ids of the labels. */
  readonly on: ReadonlyMap<string, ReadonlySet<string>>
  /** By linked id whose number is not known. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Compares all labels and labelled chats of a source with what is kept, as of the time at which the
 * list was made, and records the differences.
 */
export async function reconcileLabels(
  unit: UnitOfWork,
  given: LabelSnapshotInput,
): Promise<LabelsHeard> {
  const at = given.at?.getTime() ?? unit.stamp.now
  notInFuture(at, unit, 'at')
  const hears = hearing(unit)
  await settleAll(unit, hears)
  await reconcileEdits(unit, hears, given, at)
  const listed = await readList(unit, hears, given, at)
  for (const label of listed.labels.values()) await reconcileLabel(unit, hears, label, listed)
  await reconcileWaiting(unit, hears, listed)
  return hears.heard()
}

/** Lets go on whatever waits for somebody who is known by now. */
async function settleAll(unit: UnitOfWork, hears: Hearing): Promise<void> {
  const lids = new Set((await allWaiting(unit)).map(({ lid }) => lid))
  for (const lid of lids) await hears.customer({ whatsapp: undefined, lid, name: undefined }, lid)
}

/** Labels that are called otherwise, and those that are gone. */
async function reconcileEdits(
  unit: UnitOfWork,
  hears: Hearing,
  { source, labels }: LabelSnapshotInput,
  at: number,
): Promise<void> {
  const edit = { at, timed: 0, deleted: 0 } as const
  for (const { label, name = null, colour = null } of labels) {
    hears.edited(await recordEdit(unit, source, label, { ...edit, name, colour }))
  }
  const keys = new Set(labels.map(({ label }) => label))
  for (const row of await labelsOfBridge(unit, source)) {
    if (keys.has(row.key) || row.label.deletedAt !== null) continue
    const gone = { ...edit, deleted: 1, name: null, colour: null } as const
    hears.edited(await recordEdit(unit, source, row.key, gone))
  }
}

async function readList(
  unit: UnitOfWork,
  hears: Hearing,
  { source, chats }: LabelSnapshotInput,
  at: number,
): Promise<Listed> {
  const labels = new Map((await labelsOfBridge(unit, source)).map(({ key, label }) => [key, label]))
  const on = new Map<string, Set<string>>()
  const unknown = new Map<string, Set<string>>()
  for (const [i, { chat: given, labels: keys }] of chats.entries()) {
    const place = `chats[${i}]`
    const chat = chatOf(given, place)
    if (keys.length === 0) continue
    const customerId = await hears.customer(chat, place)
    const ids = await labelIds(unit, source, keys, labels)
    if (customerId !== undefined) unite(on, customerId, ids)
    else if (chat.lid !== undefined) unite(unknown, chat.lid, ids)
  }
  return { source, at, labels, on, unknown }
}

/** The ids of labels; a chat may have one that the list of labels does not name. */
async function labelIds(
  unit: UnitOfWork,
  source: string,
  keys: readonly string[],
  labels: Map<string, LabelRow>,
): Promise<readonly string[]> {
  for (const key of keys) {
    if (!labels.has(key)) labels.set(key, await bridgedLabel(unit, source, key))
  }
  return keys.flatMap((key) => labels.get(key)?.id ?? [])
}

/** Whoever has a label by the list and not by the log, and the other way round. */
async function reconcileLabel(
  unit: UnitOfWork,
  hears: Hearing,
  label: LabelRow,
  { at, on }: Listed,
): Promise<void> {
  const spans = await unit.tx.find('labelSpans', 'byLabel', [[label.id]])
  const having = new Set(
    spans.filter((span) => isOnAt([span], at)).map(({ customerId }) => customerId),
  )
  const wanted = new Set([...on].flatMap(([id, labels]) => (labels.has(label.id) ? [id] : [])))
  const nobody: Chat = { whatsapp: undefined, lid: undefined, name: undefined }
  for (const id of wanted) {
    if (!having.has(id)) await hears.event(id, nobody, label, difference('added', at))
  }
  for (const id of having) {
    if (!wanted.has(id)) await hears.event(id, nobody, label, difference('removed', at))
  }
}

/** The same for chats whose number is not known: what waits last must be what the list says. */
async function reconcileWaiting(
  unit: UnitOfWork,
  hears: Hearing,
  { at, labels, unknown }: Listed,
): Promise<void> {
  const waiting = groupedBy(
    (await allWaiting(unit)).filter((row) => row.at <= at),
    ({ lid }) => lid,
  )
  for (const lid of new Set([...waiting.keys(), ...unknown.keys()])) {
    const chat: Chat = { whatsapp: undefined, lid, name: undefined }
    const before = waiting.get(lid) ?? []
    for (const label of labels.values()) {
      const isOn = before.findLast(({ labelId }) => labelId === label.id)?.change === 'added'
      const shouldBe = unknown.get(lid)?.has(label.id) ?? false
      if (isOn === shouldBe) continue
      await hears.event(undefined, chat, label, difference(shouldBe ? 'added' : 'removed', at))
    }
  }
}

function difference(change: LabelEventRow['change'], at: number): ChatEvent {
  return { change, at, timed: 0, by: null, cause: 'reconcile', eventId: null }
}

/** The labels that this source knows by ids of its own. */
async function labelsOfBridge(
  { tx }: UnitOfWork,
  source: string,
): Promise<readonly { readonly key: string; readonly label: LabelRow }[]> {
  return (await scanAll(tx, 'labels')).flatMap((label) => {
    const key = labelKey(label)
    return label.source === source && key !== null ? [{ key, label }] : []
  })
}

function unite(sets: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  sets.set(key, new Set([...(sets.get(key) ?? []), ...values]))
}
