import { emptyProfile } from '../../../customers/empty-profile.ts'
import { type ProfileChanges, profileColumns } from '../../../customers/profile.ts'
import type { CustomerRow } from '../../../customers/rows.ts'
import { fold } from '../../../text/fold.ts'
import type { Life } from './life.ts'

/** The own row of a made-up customer. */
export function customerOfLife(life: Life, id: string): CustomerRow {
  const { profile } = life
  return {
    ...emptyProfile,
    id,
    name: profile.name,
    nameFold: fold(profile.name),
    acquisition: life.acquisition,
    addedAt: life.addedAt,
    statedFirstContactAt: life.firstContactAt,
    sampleKey: life.sampleKey,
    archivedAt: life.archivedAt,
    blacklistedAt: life.blacklistedAt,
    blacklistReason: life.blacklistedAt === null ? null : 'witness',
    blacklistedBy: life.blacklistedAt === null ? null : 'witness',
    ...profileColumns(stated(profile)),
  }
}

function stated(profile: ProfileChanges): ProfileChanges {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null))
}
