import { customField } from '../../domain/customers/attributes.ts'
import { neverTold } from '../../domain/customers/learn-profile.ts'
import { phoneNumberOf } from '../../domain/customers/number.ts'
import type {
  AcquisitionKind,
  AttributeRow,
  AttributeTypeRow,
  CustomerRow,
  Gender,
  IdentityKind,
  IdentityRow,
} from '../../domain/customers/rows.ts'
import { isBlacklisted } from '../../domain/customers/standing.ts'
import { isLandline } from '../../domain/phone/landline.ts'
import { chatLink } from '../../domain/phone/wa-me.ts'

/** A customer as a shop sees one. */
export interface Customer {
  readonly id: string
  readonly name: string
  /**
   * When a platform told the name, such as the one of a profile; `never` where it only stands for a name;
   * null where the shop gave it.
   */
  readonly nameToldAt: Date | 'never' | null
  /** The first phone, in E.164. */
  readonly phone: string | null
  readonly phones: readonly string[]
  readonly email: string | null
  readonly emails: readonly string[]
  /** Those of the e-mail addresses that mail came back from and that were not confirmed since. */
  readonly bouncedEmails: readonly BouncedEmail[]
  readonly whatsapp: readonly string[]
  readonly userIds: readonly string[]
  readonly lids: readonly string[]
  /** The shop's own customer numbers. */
  readonly external: readonly string[]
  /**
   * Opens a chat with the first WhatsApp id that is a phone number, else with the first phone that is no
   * landline.
   */
  readonly chatLink: string | null
  readonly businessName: string | null
  readonly address: string | null
  readonly city: string | null
  readonly region: string | null
  readonly country: string | null
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null
  readonly gender: Gender | null
  readonly education: string | null
  readonly occupation: string | null
  readonly notes: string | null
  readonly preferredChannel: string | null
  /** Id of the category. */
  readonly category: string | null
  readonly interests: readonly string[]
  readonly favouriteProducts: readonly string[]
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly acquisition: AcquisitionKind
  readonly source: string | null
  readonly campaign: string | null
  readonly adClickId: string | null
  /** When a platform told source, campaign and click; null where the shop gave them, or there are none. */
  readonly sourceToldAt: Date | null
  readonly addedAt: Date
  readonly archivedAt: Date | null
  /** What holds now; null also when its end has passed. */
  readonly blacklist: Blacklisting | null
}

export interface BouncedEmail {
  readonly email: string
  /** When mail came back last. */
  readonly at: Date
  readonly reason: string | null
}

export interface Blacklisting {
  readonly reason: string
  readonly by: string
  readonly since: Date
  /** Null is for good. */
  readonly until: Date | null
}

/** The rows that a customer is shown from. */
export interface CustomerRows {
  readonly row: CustomerRow
  readonly identities: readonly IdentityRow[]
  readonly attributes: readonly AttributeRow[]
  readonly types: readonly AttributeTypeRow[]
  readonly now: number
}

export function customerOf({ row, identities, attributes, types, now }: CustomerRows): Customer {
  const valuesOf = (kind: IdentityKind) =>
    identities.filter((identity) => identity.kind === kind).map(({ value }) => value)
  const textsOf = (field: string) =>
    attributes.filter((each) => each.field === field).flatMap(({ text }) => text ?? [])
  const phones = valuesOf('phone')
  const emails = valuesOf('email')
  return {
    id: row.id,
    name: row.name,
    nameToldAt: row.nameToldAt === neverTold ? 'never' : dateOf(row.nameToldAt),
    phone: phones[0] ?? null,
    phones,
    email: emails[0] ?? null,
    emails,
    bouncedEmails: bouncedOf(identities),
    whatsapp: valuesOf('whatsapp'),
    userIds: valuesOf('userId'),
    lids: valuesOf('lid'),
    external: valuesOf('external'),
    chatLink: chatLinkOf(identities),
    businessName: row.businessName,
    address: row.address,
    city: row.city,
    region: row.region,
    country: row.country,
    birthDate: row.birthDate,
    gender: row.gender,
    education: row.education,
    occupation: row.occupation,
    notes: row.notes,
    preferredChannel: row.preferredChannel,
    category: row.categoryId,
    interests: textsOf('interests'),
    favouriteProducts: textsOf('favouriteProducts'),
    attributes: customAttributes(attributes, types),
    acquisition: row.acquisition,
    source: row.source,
    campaign: row.campaign,
    adClickId: row.adClickId,
    sourceToldAt: dateOf(row.sourceToldAt),
    addedAt: new Date(row.addedAt),
    archivedAt: dateOf(row.archivedAt),
    blacklist: blacklistingOf(row, now),
  }
}

export function dateOf(instant: number): Date
export function dateOf(instant: number | null): Date | null
export function dateOf(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant)
}

function bouncedOf(identities: readonly IdentityRow[]): BouncedEmail[] {
  return identities.flatMap(({ kind, value, bouncedAt, bounceReason }) =>
    kind !== 'email' || bouncedAt === null
      ? []
      : [{ email: value, at: new Date(bouncedAt), reason: bounceReason }],
  )
}

function chatLinkOf(identities: readonly IdentityRow[]): string | null {
  // A landline is on WhatsApp only where WhatsApp said so.
  const phones = identities.filter(({ kind, value }) => kind === 'phone' && !isLandline(value))
  const whatsApp = identities.filter(({ kind }) => kind === 'whatsapp')
  const [first] = [...whatsApp, ...phones].flatMap((identity) => phoneNumberOf(identity) ?? [])
  return first === undefined ? null : chatLink(first)
}

function blacklistingOf(row: CustomerRow, now: number): Blacklisting | null {
  if (row.blacklistedAt === null || !isBlacklisted(row, now)) return null
  return {
    reason: row.blacklistReason ?? '',
    by: row.blacklistedBy ?? '',
    since: new Date(row.blacklistedAt),
    until: dateOf(row.blacklistedUntil),
  }
}

function customAttributes(
  attributes: readonly AttributeRow[],
  types: readonly AttributeTypeRow[],
): Customer['attributes'] {
  const values = types.flatMap((type): [string, string | number | boolean][] => {
    const row = attributes.find((each) => each.field === customField(type.name))
    const value = row?.text ?? row?.number
    if (value === undefined || value === null) return []
    return [[type.name, type.type === 'boolean' ? value === 1 : value]]
  })
  return Object.fromEntries(values)
}
