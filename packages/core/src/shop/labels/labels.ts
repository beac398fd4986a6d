import { checkedBatch, inTurn } from '../batch.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type LabelEventInput, labelEventInput } from '../input/label.ts'
import { type LabelBoardInput, labelBoardInput } from '../input/label-reports.ts'
import {
  type LabelSnapshotInput,
  type LabelsToldInput,
  labelSnapshotInput,
  labelsToldInput,
} from '../input/labels-told.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type LabelColumn, labelBoard } from './board.ts'
import { hearLabels } from './hear.ts'
import type { LabelsHeard } from './hearing.ts'
import { reconcileLabels } from './reconcile.ts'
import { recordLabel } from './record.ts'
import {
  type CustomerLabels,
  type Label,
  type LabelEvent,
  labelOf,
  labelsOfCustomer,
} from './shown.ts'
import { listWaiting, type WaitingChat } from './waiting.ts'

/** Marks that come from outside, such as the labels of WhatsApp Business, with all that was told of them. */
export interface Labels {
  /**
   * Records that a label was put on a customer or taken off. Events may come in any order and more
   * than once: the last by its time counts, and of several at one instant a removal.
   *
   * @throws LanggananError `CUSTOMER_NOT_FOUND`; `LABEL_NOT_FOUND` for an id that no label has;
   * `TIME_IN_FUTURE`; `IDEMPOTENCY_CONFLICT` if the source said something else with this event id
   */
  record(input: LabelEventInput): Promise<LabelEvent>
  /** Records up to 10,000 at once, in their order, all or none. */
  recordMany(inputs: readonly LabelEventInput[]): Promise<readonly LabelEvent[]>
  /**
   * Takes in what a bridge to WhatsApp tells, up to 10,000 events, in their order, all or none.
   *
   * A chat is a customer, found by number or linked id, else added. Events repeat, and come in any
   * order: with a time the last by time counts; without one the last to arrive, and what is so
   * already is not recorded again. An event of a linked id whose number is not known waits until it
   * is. What contradicts is reported in the answer and hinders nothing else.
   */
  hear(input: LabelsToldInput): Promise<LabelsHeard>
  /**
   * Compares a full list of a bridge's labels and labelled chats with what is kept, and records the
   * differences as events of the cause `reconcile`. The same list again changes nothing.
   *
   * @throws LanggananError `TIME_IN_FUTURE`
   */
  reconcile(input: LabelSnapshotInput): Promise<LabelsHeard>
  /** Chats whose number is not known yet, by linked id: ask the bridge for it. */
  waiting(): Promise<readonly WaitingChat[]>
  /** By name. Those that were deleted in their source carry the time. */
  list(): Promise<readonly Label[]>
  /** Every label that exists in its source with those who have it now, by name. */
  board(input?: LabelBoardInput): Promise<readonly LabelColumn[]>
  /** What a customer has now, and all that was told, oldest first. */
  of(customer: string): Promise<CustomerLabels>
}

export function labelsOf({ read, write, alone }: Runner): Labels {
  return {
    async record(input) {
      const given = checked(labelEventInput, input)
      return write((unit) => recordLabel(unit, given))
    },
    async recordMany(inputs) {
      const given = checkedBatch(inputs, () => labelEventInput)
      return write(async (unit) => {
        await unit.lock(given.map(({ customer }) => customer))
        return inTurn(given, (each) => recordLabel(unit, each))
      })
    },
    async hear(input) {
      const given = checked(labelsToldInput, input)
      // What waits for a number, and whose number it is, belongs to no customer who could be held.
      return alone((unit) => hearLabels(unit, given))
    },
    async reconcile(input) {
      const given = checked(labelSnapshotInput, input)
      return alone((unit) => reconcileLabels(unit, given))
    },
    waiting: () => read(listWaiting),
    list: () => read(listLabels),
    async board(input = {}) {
      const given = checked(labelBoardInput, input)
      return read((unit) => labelBoard(unit, given))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => labelsOfCustomer(unit, (await customerRow(unit, given)).id))
    },
  }
}

async function listLabels({ tx }: UnitOfWork): Promise<readonly Label[]> {
  return (await scanAll(tx, 'labels')).map(labelOf).sort(byName)
}
