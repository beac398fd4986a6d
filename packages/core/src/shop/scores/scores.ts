import { LanggananError } from '../../domain/error/langganan-error.ts'
import { noScores, withScores, writeScores } from '../../domain/scores/record-scores.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type ScoresInput, scoresInput } from '../input/scores.ts'
import { notInFuture } from '../not-in-future.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type CustomerScores, modelScores, rfmScores, scoresOfCustomer } from './converted.ts'

/** What models say about customers: snapshots, which change only when they are recorded. */
export interface Scores {
  /**
   * Records scores, all or none; of a customer who is named twice the last count. What is as of an
   * earlier instant than what is there changes nothing. Answers how many customers have other scores
   * now.
   *
   * @throws LanggananError `CUSTOMER_NOT_FOUND`, `TIME_IN_FUTURE`
   */
  record(input: ScoresInput): Promise<number>
  of(customer: string): Promise<CustomerScores>
}

export function scoresOf({ read, write }: Runner): Scores {
  return {
    async record(input) {
      const given = checked(scoresInput, input)
      return write((unit) => recordScores(unit, given))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { id } = await customerRow(unit, given)
        const [row] = await unit.tx.get('scores', [[id]])
        return scoresOfCustomer(row ?? noScores(id))
      })
    },
  }
}

async function recordScores(unit: UnitOfWork, given: ScoresInput): Promise<number> {
  const { asOf, rfm = [], model = [] } = given
  notInFuture(asOf.getTime(), unit, 'asOf')
  const ids = [...new Set([...rfm, ...model].map(({ customer }) => customer))]
  await unit.lock(ids)
  await expectAll(unit, ids, { rfm, model })
  const keys = ids.map((id) => [id] as const)
  const stored = new Map((await unit.tx.get('scores', keys)).map((row) => [row.customerId, row]))
  const rfmOf = new Map(rfm.map((each) => [each.customer, rfmScores(each, asOf)]))
  const modelOf = new Map(model.map((each) => [each.customer, modelScores(each, asOf)]))
  const into = unit.draft()
  const changes = ids.map((id) => {
    const before = stored.get(id) ?? noScores(id)
    return { before, after: withScores(before, { rfm: rfmOf.get(id), model: modelOf.get(id) }) }
  })
  const customers = writeScores(into, changes)
  if (customers > 0) into.event('scores.recorded', { customers }, { at: asOf.getTime() })
  await unit.write(into)
  return customers
}

/** Refuses ids that are no customer's, and says where the first of them stands. */
async function expectAll(
  { tx }: UnitOfWork,
  ids: readonly string[],
  lists: Readonly<Record<'rfm' | 'model', readonly { readonly customer: string }[]>>,
): Promise<void> {
  const rows = await tx.get(
    'customers',
    ids.map((id) => [id] as const),
  )
  if (rows.length === ids.length) return
  const known = new Set(rows.map(({ id }) => id))
  for (const name of ['rfm', 'model'] as const) {
    const at = lists[name].findIndex(({ customer }) => !known.has(customer))
    if (at === -1) continue
    throw new LanggananError(
      'CUSTOMER_NOT_FOUND',
      'This shop has no such customer. Check the id, or leave it out.',
      { field: `${name}[${at}].customer` },
    )
  }
}
