import type { CustomerRow } from '../../customers/rows.ts'
import { type ColumnReader, within } from './column-reader.ts'
import { next } from './judge.ts'

/** Readers of the columns of a customer's own row. */
export const customerColumns: { readonly [C in keyof CustomerRow]: ColumnReader } = {
  id: {
    read: (view) => view.customer.id,
    equals: (value, pass, fail) => (view) =>
      view.customer.id === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.id) ? next(pass, view) : next(fail, view),
  },
  name: {
    read: (view) => view.customer.name,
    equals: (value, pass, fail) => (view) =>
      view.customer.name === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.name) ? next(pass, view) : next(fail, view),
  },
  nameFold: {
    read: (view) => view.customer.nameFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.nameFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.nameFold) ? next(pass, view) : next(fail, view),
  },
  nameToldAt: {
    read: (view) => view.customer.nameToldAt,
    equals: (value, pass, fail) => (view) =>
      view.customer.nameToldAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.nameToldAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.nameToldAt, low, high) ? next(pass, view) : next(fail, view),
  },
  businessName: {
    read: (view) => view.customer.businessName,
    equals: (value, pass, fail) => (view) =>
      view.customer.businessName === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.businessName) ? next(pass, view) : next(fail, view),
  },
  businessNameFold: {
    read: (view) => view.customer.businessNameFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.businessNameFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.businessNameFold) ? next(pass, view) : next(fail, view),
  },
  address: {
    read: (view) => view.customer.address,
    equals: (value, pass, fail) => (view) =>
      view.customer.address === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.address) ? next(pass, view) : next(fail, view),
  },
  addressFold: {
    read: (view) => view.customer.addressFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.addressFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.addressFold) ? next(pass, view) : next(fail, view),
  },
  city: {
    read: (view) => view.customer.city,
    equals: (value, pass, fail) => (view) =>
      view.customer.city === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.city) ? next(pass, view) : next(fail, view),
  },
  cityFold: {
    read: (view) => view.customer.cityFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.cityFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.cityFold) ? next(pass, view) : next(fail, view),
  },
  region: {
    read: (view) => view.customer.region,
    equals: (value, pass, fail) => (view) =>
      view.customer.region === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.region) ? next(pass, view) : next(fail, view),
  },
  regionFold: {
    read: (view) => view.customer.regionFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.regionFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.regionFold) ? next(pass, view) : next(fail, view),
  },
  country: {
    read: (view) => view.customer.country,
    equals: (value, pass, fail) => (view) =>
      view.customer.country === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.country) ? next(pass, view) : next(fail, view),
  },
  countryFold: {
    read: (view) => view.customer.countryFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.countryFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.countryFold) ? next(pass, view) : next(fail, view),
  },
  birthDate: {
    read: (view) => view.customer.birthDate,
    equals: (value, pass, fail) => (view) =>
      view.customer.birthDate === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.birthDate) ? next(pass, view) : next(fail, view),
  },
  gender: {
    read: (view) => view.customer.gender,
    equals: (value, pass, fail) => (view) =>
      view.customer.gender === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.gender) ? next(pass, view) : next(fail, view),
  },
  education: {
    read: (view) => view.customer.education,
    equals: (value, pass, fail) => (view) =>
      view.customer.education === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.education) ? next(pass, view) : next(fail, view),
  },
  educationFold: {
    read: (view) => view.customer.educationFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.educationFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.educationFold) ? next(pass, view) : next(fail, view),
  },
  occupation: {
    read: (view) => view.customer.occupation,
    equals: (value, pass, fail) => (view) =>
      view.customer.occupation === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.occupation) ? next(pass, view) : next(fail, view),
  },
  occupationFold: {
    read: (view) => view.customer.occupationFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.occupationFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.occupationFold) ? next(pass, view) : next(fail, view),
  },
  notes: {
    read: (view) => view.customer.notes,
    equals: (value, pass, fail) => (view) =>
      view.customer.notes === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.notes) ? next(pass, view) : next(fail, view),
  },
  notesFold: {
    read: (view) => view.customer.notesFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.notesFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.notesFold) ? next(pass, view) : next(fail, view),
  },
  preferredChannel: {
    read: (view) => view.customer.preferredChannel,
    equals: (value, pass, fail) => (view) =>
      view.customer.preferredChannel === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.preferredChannel) ? next(pass, view) : next(fail, view),
  },
  categoryId: {
    read: (view) => view.customer.categoryId,
    equals: (value, pass, fail) => (view) =>
      view.customer.categoryId === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.categoryId) ? next(pass, view) : next(fail, view),
  },
  acquisition: {
    read: (view) => view.customer.acquisition,
    equals: (value, pass, fail) => (view) =>
      view.customer.acquisition === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.acquisition) ? next(pass, view) : next(fail, view),
  },
  source: {
    read: (view) => view.customer.source,
    equals: (value, pass, fail) => (view) =>
      view.customer.source === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.source) ? next(pass, view) : next(fail, view),
  },
  sourceFold: {
    read: (view) => view.customer.sourceFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.sourceFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.sourceFold) ? next(pass, view) : next(fail, view),
  },
  campaign: {
    read: (view) => view.customer.campaign,
    equals: (value, pass, fail) => (view) =>
      view.customer.campaign === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.campaign) ? next(pass, view) : next(fail, view),
  },
  campaignFold: {
    read: (view) => view.customer.campaignFold,
    equals: (value, pass, fail) => (view) =>
      view.customer.campaignFold === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.campaignFold) ? next(pass, view) : next(fail, view),
  },
  adClickId: {
    read: (view) => view.customer.adClickId,
    equals: (value, pass, fail) => (view) =>
      view.customer.adClickId === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.adClickId) ? next(pass, view) : next(fail, view),
  },
  sourceToldAt: {
    read: (view) => view.customer.sourceToldAt,
    equals: (value, pass, fail) => (view) =>
      view.customer.sourceToldAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.sourceToldAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.sourceToldAt, low, high) ? next(pass, view) : next(fail, view),
  },
  addedAt: {
    read: (view) => view.customer.addedAt,
    equals: (value, pass, fail) => (view) =>
      view.customer.addedAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.addedAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.addedAt, low, high) ? next(pass, view) : next(fail, view),
  },
  statedFirstContactAt: {
    read: (view) => view.customer.statedFirstContactAt,
    equals: (value, pass, fail) => (view) =>
      view.customer.statedFirstContactAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.statedFirstContactAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.statedFirstContactAt, low, high) ? next(pass, view) : next(fail, view),
  },
  archivedAt: {
    read: (view) => view.customer.archivedAt,
    equals: (value, pass, fail) => (view) =>
      view.customer.archivedAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.archivedAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.archivedAt, low, high) ? next(pass, view) : next(fail, view),
  },
  blacklistedAt: {
    read: (view) => view.customer.blacklistedAt,
    equals: (value, pass, fail) => (view) =>
      view.customer.blacklistedAt === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.blacklistedAt) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.blacklistedAt, low, high) ? next(pass, view) : next(fail, view),
  },
  blacklistedUntil: {
    read: (view) => view.customer.blacklistedUntil,
    equals: (value, pass, fail) => (view) =>
      view.customer.blacklistedUntil === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.blacklistedUntil) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.blacklistedUntil, low, high) ? next(pass, view) : next(fail, view),
  },
  blacklistReason: {
    read: (view) => view.customer.blacklistReason,
    equals: (value, pass, fail) => (view) =>
      view.customer.blacklistReason === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.blacklistReason) ? next(pass, view) : next(fail, view),
  },
  blacklistedBy: {
    read: (view) => view.customer.blacklistedBy,
    equals: (value, pass, fail) => (view) =>
      view.customer.blacklistedBy === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.blacklistedBy) ? next(pass, view) : next(fail, view),
  },
  sampleKey: {
    read: (view) => view.customer.sampleKey,
    equals: (value, pass, fail) => (view) =>
      view.customer.sampleKey === value ? next(pass, view) : next(fail, view),
    among: (values, pass, fail) => (view) =>
      values.has(view.customer.sampleKey) ? next(pass, view) : next(fail, view),
    lies: (low, high, pass, fail) => (view) =>
      within(view.customer.sampleKey, low, high) ? next(pass, view) : next(fail, view),
  },
}
