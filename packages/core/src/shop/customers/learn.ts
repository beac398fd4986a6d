import { learnProfile } from '../../domain/customers/learn-profile.ts'
import type { CustomerRow } from '../../domain/customers/rows.ts'
import type { LearnInput } from '../input/customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { customerRow, factsRow } from './load-customers.ts'
import { toldInstant } from './parts.ts'

/** Takes what a platform told into a customer's profile. @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function learn(
  unit: UnitOfWork,
  id: string,
  { name, nameToldAt, sourceToldAt, source, campaign, adClickId }: LearnInput,
): Promise<CustomerRow> {
  const { now } = unit.stamp
  const from = { source: source ?? null, campaign: campaign ?? null, adClickId: adClickId ?? null }
  const isTold = Object.values(from).some((each) => each !== null)
  await unit.lock([id])
  const known = { row: await customerRow(unit, id), facts: await factsRow(unit, id) }
  const into = unit.draft()
  const told = {
    name: name === undefined ? undefined : { name, toldAt: toldInstant(nameToldAt, now) ?? now },
    source: isTold ? { ...from, toldAt: toldInstant(sourceToldAt, now) ?? now } : undefined,
  }
  const row = learnProfile(into, known, told)
  await unit.write(into)
  return row
}
