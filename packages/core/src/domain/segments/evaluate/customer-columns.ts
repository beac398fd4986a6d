import type { CustomerRow } from '../../customers/rows.ts'
import { type ColumnReader, within } from './column-reader.ts'

/** Readers of the columns of a customer's own row. */
export const customerColumns: { readonly [C in keyof CustomerRow]: ColumnReader } = {
  id: {
    read: (view) => view.customer.id,
    equals: (value, wanted) => (view) => (view.customer.id === value) === wanted,
  },
  name: {
    read: (view) => view.customer.name,
    equals: (value, wanted) => (view) => (view.customer.name === value) === wanted,
  },
  nameFold: {
    read: (view) => view.customer.nameFold,
    equals: (value, wanted) => (view) => (view.customer.nameFold === value) === wanted,
  },
  businessName: {
    read: (view) => view.customer.businessName,
    equals: (value, wanted) => (view) => (view.customer.businessName === value) === wanted,
  },
  businessNameFold: {
    read: (view) => view.customer.businessNameFold,
    equals: (value, wanted) => (view) => (view.customer.businessNameFold === value) === wanted,
  },
  address: {
    read: (view) => view.customer.address,
    equals: (value, wanted) => (view) => (view.customer.address === value) === wanted,
  },
  addressFold: {
    read: (view) => view.customer.addressFold,
    equals: (value, wanted) => (view) => (view.customer.addressFold === value) === wanted,
  },
  city: {
    read: (view) => view.customer.city,
    equals: (value, wanted) => (view) => (view.customer.city === value) === wanted,
  },
  cityFold: {
    read: (view) => view.customer.cityFold,
    equals: (value, wanted) => (view) => (view.customer.cityFold === value) === wanted,
  },
  region: {
    read: (view) => view.customer.region,
    equals: (value, wanted) => (view) => (view.customer.region === value) === wanted,
  },
  regionFold: {
    read: (view) => view.customer.regionFold,
    equals: (value, wanted) => (view) => (view.customer.regionFold === value) === wanted,
  },
  country: {
    read: (view) => view.customer.country,
    equals: (value, wanted) => (view) => (view.customer.country === value) === wanted,
  },
  countryFold: {
    read: (view) => view.customer.countryFold,
    equals: (value, wanted) => (view) => (view.customer.countryFold === value) === wanted,
  },
  birthDate: {
    read: (view) => view.customer.birthDate,
    equals: (value, wanted) => (view) => (view.customer.birthDate === value) === wanted,
  },
  gender: {
    read: (view) => view.customer.gender,
    equals: (value, wanted) => (view) => (view.customer.gender === value) === wanted,
  },
  education: {
    read: (view) => view.customer.education,
    equals: (value, wanted) => (view) => (view.customer.education === value) === wanted,
  },
  educationFold: {
    read: (view) => view.customer.educationFold,
    equals: (value, wanted) => (view) => (view.customer.educationFold === value) === wanted,
  },
  occupation: {
    read: (view) => view.customer.occupation,
    equals: (value, wanted) => (view) => (view.customer.occupation === value) === wanted,
  },
  occupationFold: {
    read: (view) => view.customer.occupationFold,
    equals: (value, wanted) => (view) => (view.customer.occupationFold === value) === wanted,
  },
  notes: {
    read: (view) => view.customer.notes,
    equals: (value, wanted) => (view) => (view.customer.notes === value) === wanted,
  },
  notesFold: {
    read: (view) => view.customer.notesFold,
    equals: (value, wanted) => (view) => (view.customer.notesFold === value) === wanted,
  },
  preferredChannel: {
    read: (view) => view.customer.preferredChannel,
    equals: (value, wanted) => (view) => (view.customer.preferredChannel === value) === wanted,
  },
  categoryId: {
    read: (view) => view.customer.categoryId,
    equals: (value, wanted) => (view) => (view.customer.categoryId === value) === wanted,
  },
  acquisition: {
    read: (view) => view.customer.acquisition,
    equals: (value, wanted) => (view) => (view.customer.acquisition === value) === wanted,
  },
  source: {
    read: (view) => view.customer.source,
    equals: (value, wanted) => (view) => (view.customer.source === value) === wanted,
  },
  sourceFold: {
    read: (view) => view.customer.sourceFold,
    equals: (value, wanted) => (view) => (view.customer.sourceFold === value) === wanted,
  },
  campaign: {
    read: (view) => view.customer.campaign,
    equals: (value, wanted) => (view) => (view.customer.campaign === value) === wanted,
  },
  campaignFold: {
    read: (view) => view.customer.campaignFold,
    equals: (value, wanted) => (view) => (view.customer.campaignFold === value) === wanted,
  },
  adClickId: {
    read: (view) => view.customer.adClickId,
    equals: (value, wanted) => (view) => (view.customer.adClickId === value) === wanted,
  },
  addedAt: {
    read: (view) => view.customer.addedAt,
    equals: (value, wanted) => (view) => (view.customer.addedAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.customer.addedAt, low, high) === wanted,
  },
  statedFirstContactAt: {
    read: (view) => view.customer.statedFirstContactAt,
    equals: (value, wanted) => (view) => (view.customer.statedFirstContactAt === value) === wanted,
    lies: (low, high, wanted) => (view) =>
      within(view.customer.statedFirstContactAt, low, high) === wanted,
  },
  archivedAt: {
    read: (view) => view.customer.archivedAt,
    equals: (value, wanted) => (view) => (view.customer.archivedAt === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.customer.archivedAt, low, high) === wanted,
  },
  blacklistedAt: {
    read: (view) => view.customer.blacklistedAt,
    equals: (value, wanted) => (view) => (view.customer.blacklistedAt === value) === wanted,
    lies: (low, high, wanted) => (view) =>
      within(view.customer.blacklistedAt, low, high) === wanted,
  },
  blacklistedUntil: {
    read: (view) => view.customer.blacklistedUntil,
    equals: (value, wanted) => (view) => (view.customer.blacklistedUntil === value) === wanted,
    lies: (low, high, wanted) => (view) =>
      within(view.customer.blacklistedUntil, low, high) === wanted,
  },
  blacklistReason: {
    read: (view) => view.customer.blacklistReason,
    equals: (value, wanted) => (view) => (view.customer.blacklistReason === value) === wanted,
  },
  blacklistedBy: {
    read: (view) => view.customer.blacklistedBy,
    equals: (value, wanted) => (view) => (view.customer.blacklistedBy === value) === wanted,
  },
  sampleKey: {
    read: (view) => view.customer.sampleKey,
    equals: (value, wanted) => (view) => (view.customer.sampleKey === value) === wanted,
    lies: (low, high, wanted) => (view) => within(view.customer.sampleKey, low, high) === wanted,
  },
}
