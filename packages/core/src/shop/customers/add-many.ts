import type { Draft } from '../../domain/change/draft.ts'
import { type Identity, identityKey } from '../../domain/customers/identity.ts'
import { ownerKey, ownerText } from '../../domain/customers/number.ts'
import type { CustomerRow } from '../../domain/customers/rows.ts'
import { inTurn } from '../batch.ts'
import type { NewCustomerInput } from '../input/customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { draftCustomer } from './add.ts'
import type { Customer } from './customer.ts'
import { showCustomer, showCustomers } from './load-customers.ts'
import { identitiesGiven, refuseTaken } from './parts.ts'

/** Adds one customer, whose identities must be nobody's. */
export async function addOne(unit: UnitOfWork, given: NewCustomerInput): Promise<Customer> {
  const newcomer = newcomerOf(given)
  const into = unit.draft()
  const row = await drafting(unit, into, await ownersOf(unit, [newcomer]))(newcomer)
  await unit.write(into)
  return showCustomer(unit, row)
}

/** Adds customers in few reads and one write; the identities of earlier ones are taken for later ones. */
export async function addMany(
  unit: UnitOfWork,
  given: readonly NewCustomerInput[],
): Promise<readonly Customer[]> {
  const newcomers = await inTurn(given, async (each) => newcomerOf(each))
  const into = unit.draft()
  const reading = { ...unit, tx: readingOnce(unit.tx) }
  const rows = await inTurn(newcomers, drafting(reading, into, await ownersOf(unit, newcomers)))
  await unit.write(into)
  return showCustomers(unit, rows)
}

interface Newcomer {
  readonly given: NewCustomerInput
  readonly identities: readonly Identity[]
}

function newcomerOf(given: NewCustomerInput): Newcomer {
  return { given, identities: [...identitiesGiven(given).values()].flat() }
}

/** Whose the identities are, by their keys. */
async function ownersOf(
  { tx }: UnitOfWork,
  newcomers: readonly Newcomer[],
): Promise<Map<string, string>> {
  const keys = newcomers.flatMap(({ identities }) => identities.map(ownerKey))
  const rows = await tx.get('identities', keys)
  return new Map(rows.map((row) => [identityKey(row), row.customerId]))
}

function drafting(
  unit: UnitOfWork,
  into: Draft,
  owners: Map<string, string>,
): (newcomer: Newcomer) => Promise<CustomerRow> {
  return async ({ given, identities }) => {
    refuseTaken(identities, owners)
    const { row, facts } = await draftCustomer(unit, into, given, identities)
    into.insert('facts', facts)
    for (const identity of identities) owners.set(ownerText(identity), row.id)
    return row
  }
}

/** The same transaction, asked once for what many inputs name: categories, groups, declared attributes. */
function readingOnce(tx: UnitOfWork['tx']): UnitOfWork['tx'] {
  const answers = new Map<string, Promise<unknown>>()
  const once = <R>(read: string, keys: unknown, ask: () => Promise<R>): Promise<R> => {
    const asked = JSON.stringify([read, keys])
    const answer = answers.get(asked) ?? ask()
    answers.set(asked, answer)
    return answer as Promise<R>
  }
  return {
    ...tx,
    get: (table, keys) => once(`get ${table}`, keys, () => tx.get(table, keys)),
    find: (table, index, keys) =>
      once(`find ${table} ${index}`, keys, () => tx.find(table, index, keys)),
  }
}
