import { checkedBatch, inTurn } from '../batch.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type LabelEventInput, labelEventInput } from '../input/label.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { recordLabel } from './record.ts'
import {
  type CustomerLabels,
  type Label,
  type LabelEvent,
  labelOf,
  labelsOfCustomer,
} from './shown.ts'

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
  /** By name. */
  list(): Promise<readonly Label[]>
  /** What a customer has now, and all that was told, oldest first. */
  of(customer: string): Promise<CustomerLabels>
}

export function labelsOf({ read, write }: Runner): Labels {
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
    list: () => read(listLabels),
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => labelsOfCustomer(unit, (await customerRow(unit, given)).id))
    },
  }
}

async function listLabels({ tx }: UnitOfWork): Promise<readonly Label[]> {
  return (await scanAll(tx, 'labels')).map(labelOf).sort(byName)
}
