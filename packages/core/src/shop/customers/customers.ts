import type { Draft } from '../../domain/change/draft.ts'
import { confirmEmail, reportBounce } from '../../domain/customers/bounce.ts'
import { deleteCustomer } from '../../domain/customers/delete-customer.ts'
import { editCustomer } from '../../domain/customers/edit-customer.ts'
import { identityOf } from '../../domain/customers/identity.ts'
import { ownerKey } from '../../domain/customers/number.ts'
import type { CustomerRow, IdentityKind, IdentityRow } from '../../domain/customers/rows.ts'
import {
  archiveCustomer,
  blacklistCustomer,
  restoreCustomer,
  unblacklistCustomer,
} from '../../domain/customers/standing.ts'
import { checkedBatch } from '../batch.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import {
  type BlacklistInput,
  type BounceInput,
  blacklistInput,
  bounceInput,
  type CustomerChangesInput,
  type CustomerOnTheSpotInput,
  customerChangesInput,
  customerOnTheSpotInput,
  type FindOptions,
  findOptions,
  type IdentityChangeInput,
  identityChangeInput,
  identityKind,
  type LearnInput,
  type ListCustomersInput,
  learnInput,
  listCustomersInput,
  type NewCustomerInput,
  newCustomerInput,
  type SearchOptions,
  searchOptions,
} from '../input/customer.ts'
import { text, typedText } from '../input/values.ts'
import { notInFuture } from '../not-in-future.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { addMany, addOne } from './add-many.ts'
import { changeKnown } from './change-identities.ts'
import type { Customer } from './customer.ts'
import { findOrAdd } from './find-or-add.ts'
import { type CustomerIdentity, identitiesOver } from './identities-over.ts'
import { knownToDelete } from './known-to-delete.ts'
import { learn } from './learn.ts'
import { type CustomerPage, listCustomers, pageOf } from './list.ts'
import type { CustomerListRow } from './list-row.ts'
import { customerRow, emailRow, knownCustomer, showCustomer } from './load-customers.ts'
import { attributesGiven, freeIdentities, identitiesGiven, profileGiven } from './parts.ts'
import { reassign } from './reassign.ts'
import { holderThen } from './reference-at.ts'
import { searchCondition } from './search.ts'

/** Who the shop's customers are. */
export interface Customers {
  /**
   * Adds a customer.
   * @throws LanggananError `CUSTOMER_ALREADY_EXISTS` if a phone, e-mail address or number belongs to
   * somebody, a phone also where it is that customer's WhatsApp id and the other way round; `details.customer` is that customer's id.
   */
  add(input: NewCustomerInput): Promise<Customer>
  /** Adds up to 10,000 at once, all or none. */
  addMany(inputs: readonly NewCustomerInput[]): Promise<readonly Customer[]>
  /**
   * The customer whom the identities given lead to, else a new one, for whom the name is needed. A
   * customer who is found takes the identities that are nobody's, and nothing else of what is given.
   * @throws LanggananError `CUSTOMER_ALREADY_EXISTS` if the identities lead to several customers, whose
   * ids are `details.customers`
   */
  findOrAdd(input: CustomerOnTheSpotInput, options?: FindOptions): Promise<Customer>
  /** @throws LanggananError `CUSTOMER_NOT_FOUND` */
  get(id: string): Promise<Customer>
  /**
   * The customer with this identity, in any spelling of it, or null. A phone and a WhatsApp id of the
   * same number find the same customer.
   */
  find(kind: IdentityKind, value: string, options?: FindOptions): Promise<Customer | null>
  /** Customers of a saved view, or that satisfy a predicate, or both, sorted, in pages of at most 1,000. */
  list(input?: ListCustomersInput): Promise<CustomerPage>
  /** Customers that a typed text may mean: by name, phone in any form, e-mail or customer number. */
  search(query: string, options?: SearchOptions): Promise<readonly CustomerListRow[]>
  /** Changes what is given; null takes a value away. */
  edit(id: string, changes: CustomerChangesInput): Promise<Customer>
  /**
   * Takes in what a platform told of the customer: the name of a profile, the advertisement that somebody
   * came by. Of what was told at several instants the first counts, in whatever order it is told; what the
   * shop gave itself stays, and so does the source of who did not come `inbound`. What only stands for a
   * name gives way to any that is told. A time that lies ahead counts as now.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  learn(id: string, told: LearnInput): Promise<Customer>
  /**
   * Every identity that the customer has or had, with the times between which the customer was known by it,
   * in the order in which they began.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  identities(id: string): Promise<readonly CustomerIdentity[]>
  /**
   * A phone number is somebody else's now: it is nobody's in any spelling until its new holder writes or is
   * added, and with it the customer loses WhatsApp's user and linked ids and every open window. History,
   * debts, consents and blacklist stay the customer's and are not the new holder's. Again it changes nothing.
   *
   * @param number in any spelling, or as WhatsApp gives it
   * @throws LanggananError `CUSTOMER_NOT_FOUND`; `IDENTITY_NOT_FOUND` for a number that the customer does
   * not have and did not lose so
   */
  reassignNumber(id: string, number: string): Promise<Customer>
  /**
   * Somebody changed number, or has another user id of WhatsApp, as WhatsApp tells: from `at` on the
   * customer is known by the new ones, shown first, and not by the numbers of before any more. What happened
   * before and is told later still finds the customer by these. Who was known by neither is added.
   *
   * In any order and again it comes to the same: what a later change ended or began stays so.
   *
   * @throws LanggananError `CUSTOMER_ALREADY_EXISTS` if they are several customers', whose ids are
   * `details.customers`: nothing is merged, and nothing was written; `IDEMPOTENCY_CONFLICT`
   */
  changeIdentities(input: IdentityChangeInput): Promise<Customer>
  archive(id: string): Promise<Customer>
  restore(id: string): Promise<Customer>
  /** @throws LanggananError `CUSTOMER_HAS_TRANSACTIONS`: archive instead. */
  delete(id: string): Promise<void>
  /** Marks a fake or problem buyer: never offered to, never messaged, and a sale to them warns. */
  blacklist(id: string, input: BlacklistInput): Promise<Customer>
  unblacklist(id: string): Promise<Customer>
  /**
   * Marks an e-mail address that mail came back from, until it is confirmed or taken away. The latest
   * report counts; one that is not later changes nothing.
   * @throws LanggananError `CUSTOMER_NOT_FOUND` if nobody has this address
   */
  reportBounce(input: BounceInput): Promise<Customer>
  /**
   * The address works again: takes the mark of {@link Customers.reportBounce} away.
   * @throws LanggananError `CUSTOMER_NOT_FOUND` if nobody has this address
   */
  confirmEmail(email: string): Promise<Customer>
}

export function customersOf({ read, write, alone }: Runner): Customers {
  async function edited(
    customer: string,
    edit: (into: Draft, row: CustomerRow, unit: UnitOfWork) => CustomerRow,
  ): Promise<Customer> {
    const id = referenceGiven('customer', customer)
    return write(async (unit) => {
      await unit.lock([id])
      const into = unit.draft()
      const row = edit(into, await customerRow(unit, id), unit)
      await unit.write(into)
      return showCustomer(unit, row)
    })
  }

  async function editedEmail(
    given: string,
    edit: (into: Draft, row: IdentityRow, unit: UnitOfWork) => void,
  ): Promise<Customer> {
    const { value } = identityOf('email', given)
    return write(async (unit) => {
      const row = await emailRow(unit, value)
      const into = unit.draft()
      edit(into, row, unit)
      await unit.write(into)
      return showCustomer(unit, await customerRow(unit, row.customerId))
    })
  }

  return {
    async add(input) {
      const given = checked(newCustomerInput, input)
      return write((unit) => addOne(unit, given))
    },
    async addMany(inputs) {
      const given = checkedBatch(inputs, () => newCustomerInput)
      return write((unit) => addMany(unit, given))
    },
    async findOrAdd(input, options = {}) {
      const given = checked(customerOnTheSpotInput, input)
      const { at } = checked(findOptions, options)
      return write((unit) => findOrAdd(unit, given, at))
    },
    async get(id) {
      const given = referenceGiven('customer', id)
      return read(async (unit) => showCustomer(unit, await customerRow(unit, given)))
    },
    async find(kind, value, options = {}) {
      const given = checked(text(500), value, 'value')
      const identity = identityOf(checked(identityKind, kind, 'kind'), given, 'value')
      const { at } = checked(findOptions, options)
      return read(async (unit) => {
        const then = at === undefined ? undefined : await holderThen(unit, [identity], at.getTime())
        const [row] = await unit.tx.get('identities', [ownerKey(identity)])
        const id = then ?? row?.customerId
        return id === undefined ? null : showCustomer(unit, await customerRow(unit, id))
      })
    },
    async list(input = {}) {
      const given = checked(listCustomersInput, input)
      return read((unit) => listCustomers(unit, given))
    },
    async search(query, options = {}) {
      const where = searchCondition(checked(typedText(500), query, 'query'))
      const { limit = 20 } = checked(searchOptions, options)
      return read(async (unit) => (await pageOf(unit, where, { by: 'name', limit })).rows)
    },
    async edit(customer, input) {
      const id = referenceGiven('customer', customer)
      const given = checked(customerChangesInput, input)
      return write(async (unit) => {
        const known = await knownCustomer(unit, id)
        const identities = identitiesGiven(given)
        await freeIdentities(unit, [...identities.values()].flat(), id)
        const into = unit.draft()
        const changes = {
          profile: await profileGiven(unit, given),
          identities,
          attributes: await attributesGiven(unit, given, known.attributes),
        }
        const row = editCustomer(into, known, changes, unit.stamp)
        await unit.write(into)
        return showCustomer(unit, row)
      })
    },
    async learn(customer, told) {
      const id = referenceGiven('customer', customer)
      const given = checked(learnInput, told)
      return write(async (unit) => showCustomer(unit, await learn(unit, id, given)))
    },
    async identities(customer) {
      const id = referenceGiven('customer', customer)
      return read(async (unit) => identitiesOver(unit, (await customerRow(unit, id)).id))
    },
    async reassignNumber(customer, number) {
      const id = referenceGiven('customer', customer)
      const given = checked(text(64), number, 'number')
      // Linked ids of the number go too; they are no customer's who could be held.
      return alone(async (unit) => {
        await reassign(unit, id, given)
        return showCustomer(unit, await customerRow(unit, id))
      })
    },
    async changeIdentities(input) {
      const given = checked(identityChangeInput, input)
      // Nobody may begin a customer meanwhile with the number that is left: that is a past identity only.
      return alone(async (unit) => {
        const id = await changeKnown(unit, given)
        return showCustomer(unit, await customerRow(unit, id))
      })
    },
    archive: (id) => edited(id, (into, row, { stamp }) => archiveCustomer(into, row, stamp)),
    restore: (id) => edited(id, restoreCustomer),
    async delete(customer) {
      const id = referenceGiven('customer', customer)
      // Linked ids and what waits for them go too; they are no customer's who could be held.
      await alone(async (unit) => {
        const into = unit.draft()
        deleteCustomer(into, await knownToDelete(unit, id), unit.stamp)
        await unit.write(into)
      })
    },
    async blacklist(id, input) {
      const { reason, until } = checked(blacklistInput, input)
      return edited(id, (into, row, { stamp }) =>
        blacklistCustomer(into, row, { reason, until: until?.getTime() ?? null }, stamp),
      )
    },
    unblacklist: (id) =>
      edited(id, (into, row, { stamp }) => unblacklistCustomer(into, row, stamp)),
    async reportBounce(input) {
      const { email, at, reason = null } = checked(bounceInput, input)
      return editedEmail(email, (into, row, unit) => {
        const bouncedAt = at?.getTime() ?? unit.stamp.now
        notInFuture(bouncedAt, unit, 'at')
        reportBounce(into, row, { at: bouncedAt, reason })
      })
    },
    async confirmEmail(email) {
      return editedEmail(checked(text(254), email, 'email'), confirmEmail)
    },
  }
}
