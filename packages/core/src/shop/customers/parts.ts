import {
  type AttributeValue,
  type AttributeValues,
  checkAttribute,
  customField,
  isCustomField,
} from '../../domain/customers/attributes.ts'
import { type Identity, identityKey, identityOf } from '../../domain/customers/identity.ts'
import { neverTold } from '../../domain/customers/learn-profile.ts'
import { ownerKey, ownerText } from '../../domain/customers/number.ts'
import type { ProfileChanges } from '../../domain/customers/profile.ts'
import type { AttributeRow, IdentityKind } from '../../domain/customers/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { CustomerChangesInput, CustomerDetails } from '../input/customer.ts'
import type { OneOrMore } from '../input/values.ts'
import { named } from '../named.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

const identityKinds: readonly IdentityKind[] = [
  'phone',
  'email',
  'whatsapp',
  'userId',
  'lid',
  'external',
]

/** The identities that an input gives, by kind; a kind that it does not speak of is left out. */
export function identitiesGiven(given: CustomerDetails): Map<IdentityKind, readonly Identity[]> {
  const identities = new Map<IdentityKind, readonly Identity[]>()
  for (const kind of identityKinds) {
    const texts = given[kind]
    if (texts !== undefined) identities.set(kind, identitiesOf(kind, texts ?? []))
  }
  return identities
}

function identitiesOf(kind: IdentityKind, texts: OneOrMore): readonly Identity[] {
  if (typeof texts === 'string') return [identityOf(kind, texts)]
  const identities = texts.map((text, i) => identityOf(kind, text, `${kind}[${i}]`))
  return [...new Map(identities.map((identity) => [identityKey(identity), identity])).values()]
}

/** Refuses identities that another customer has; the error tells which. */
export async function freeIdentities(
  { tx }: UnitOfWork,
  identities: readonly Identity[],
  ownId: string,
): Promise<void> {
  const taken = await tx.get('identities', identities.map(ownerKey))
  refuseTaken(identities, new Map(taken.map((row) => [identityKey(row), row.customerId])), ownId)
}

/**
 * Refuses identities that another customer has.
 *
 * @param owners customers by the keys of identities
 */
export function refuseTaken(
  identities: readonly Identity[],
  owners: ReadonlyMap<string, string>,
  ownId?: string,
): void {
  const ownerOf = (identity: Identity) => owners.get(ownerText(identity)) ?? ownId
  // The first one in the order given, for rows come in any order.
  const other = identities.find((identity) => ownerOf(identity) !== ownId)
  if (other === undefined) return
  throw new LanggananError(
    'CUSTOMER_ALREADY_EXISTS',
    `Another customer has this ${other.kind} already. Use that customer (its id is in details.customer), or correct the ${other.kind}.`,
    { field: other.kind, details: { customer: ownerOf(other) } },
  )
}

/** The profile columns of an input, with the category found. */
export async function profileGiven(
  unit: UnitOfWork,
  given: CustomerChangesInput,
): Promise<ProfileChanges> {
  const {
    category,
    nameToldAt,
    sourceToldAt,
    interests,
    favouriteProducts,
    attributes,
    phone,
    email,
    whatsapp,
    userId,
    lid,
    external,
    ...profile
  } = given
  notBornLater(given.birthDate, unit)
  const named =
    category === undefined || category === null ? category : (await categoryOf(unit, category)).id
  return withoutUndefined({ ...profile, ...toldWhen(given, unit.stamp.now), categoryId: named })
}

/** Whatever is given without a time is the shop's own word from then on. */
function toldWhen(
  { name, nameToldAt, source, campaign, adClickId, sourceToldAt }: CustomerChangesInput,
  now: number,
): ProfileChanges {
  const hasSource = [source, campaign, adClickId].some((each) => each !== undefined)
  return {
    ...(name === undefined ? {} : { nameToldAt: toldInstant(nameToldAt, now) }),
    ...(hasSource ? { sourceToldAt: toldInstant(sourceToldAt, now) } : {}),
  }
}

/** When something was told, as rows have it: what comes by a clock that is ahead, now. */
export function toldInstant(toldAt: Date | 'never' | null | undefined, now: number): number | null {
  if (toldAt === 'never') return neverTold
  return toldAt == null ? null : Math.min(toldAt.getTime(), now)
}

/** A birth is of the past too: today in the shop's zone at the latest. */
function notBornLater(birthDate: string | null | undefined, { stamp, shop }: UnitOfWork): void {
  if (typeof birthDate !== 'string' || birthDate <= localDate(stamp.now, shop.timeZone)) return
  throw new LanggananError(
    'TIME_IN_FUTURE',
    'birthDate lies after today. Expected the date of birth, as YYYY-MM-DD.',
    { field: 'birthDate' },
  )
}

async function categoryOf(unit: UnitOfWork, reference: string): Promise<{ readonly id: string }> {
  return named(unit, 'categories', reference)
}

/**
 * The values of multi-valued and custom fields of an input, checked against their declarations.
 *
 * @param known what the customer has, all of which `attributes: null` takes away
 */
export async function attributesGiven(
  unit: UnitOfWork,
  given: CustomerChangesInput,
  known: readonly AttributeRow[] = [],
): Promise<AttributeValues> {
  const { interests, favouriteProducts, attributes } = given
  const gone = attributes === null ? known.filter(({ field }) => isCustomField(field)) : []
  const values = new Map<string, readonly AttributeValue[]>(gone.map(({ field }) => [field, []]))
  if (interests !== undefined) values.set('interests', interests ?? [])
  if (favouriteProducts !== undefined) values.set('favouriteProducts', favouriteProducts ?? [])
  for (const [field, value] of await customGiven(unit, attributes ?? {})) values.set(field, value)
  return values
}

async function customGiven(
  { tx }: UnitOfWork,
  attributes: Readonly<Record<string, AttributeValue | null>>,
): Promise<AttributeValues> {
  const values = new Map<string, readonly AttributeValue[]>()
  const custom = Object.entries(attributes)
  if (custom.length === 0) return values
  const types = await tx.get(
    'attributeTypes',
    custom.map(([name]) => [name] as const),
  )
  for (const [name, value] of custom) {
    const field = `attributes.${name}`
    const type = types.find((each) => each.name === name)
    if (type === undefined) throw notFound('ATTRIBUTE_NOT_DECLARED', 'attribute', field)
    values.set(customField(name), value === null ? [] : [checkAttribute(type, value, field)])
  }
  return values
}

function withoutUndefined<T extends object>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
