import type { ProfileChanges } from '../../../customers/profile.ts'
import type { AcquisitionKind } from '../../../customers/rows.ts'
import { heldAs } from '../prove/held.ts'
import { fits } from '../prove/refute-tests.ts'
import { chooseBirth } from './choose-birth.ts'
import { chooseText } from './choose-text.ts'
import type { Life } from './life.ts'
import { heldOn, mayBeMissing, type Wanted } from './wanted.ts'

const optionalTexts = [
  'businessName',
  'address',
  'city',
  'region',
  'country',
  'education',
  'occupation',
  'notes',
  'source',
  'campaign',
  'preferredChannel',
  'adClickId',
] as const

type Profile = Pick<Life, 'profile' | 'acquisition'>

/** Who the customer is; undefined where no way to be so was found. */
export function planProfile(wanted: Wanted): Profile | undefined {
  const name = chooseText(heldOn(wanted, 'customers name'))
  const birthDate = chooseBirth(wanted)
  const gender = chosen(wanted, 'gender', ['female', 'male', 'other'] as const)
  const ids = wanted.context.categories.map(({ id }) => id)
  const categoryId = chosen(wanted, 'categoryId', ids)
  const acquisition = chosen<AcquisitionKind>(wanted, 'acquisition', [
    'manual',
    'import',
    'inbound',
    'form',
    'checkout',
  ])
  if (name === undefined || birthDate === undefined || gender === undefined) return undefined
  if (categoryId === undefined || acquisition === undefined || acquisition === null)
    return undefined
  const texts = planTexts(wanted)
  if (texts === undefined) return undefined
  return { profile: { ...texts, name, birthDate, gender, categoryId }, acquisition }
}

function planTexts(wanted: Wanted): ProfileChanges | undefined {
  const texts: Record<string, string> = {}
  for (const field of optionalTexts) {
    const variable = `customers ${field}`
    if (mayBeMissing(wanted, variable)) continue
    const text = chooseText(heldOn(wanted, variable))
    if (text === undefined) return undefined
    texts[field] = text
  }
  return texts
}

/** One of the words, or null where it may be missing. */
function chosen<W extends string>(
  wanted: Wanted,
  column: string,
  words: readonly W[],
): W | null | undefined {
  const variable = `customers ${column}`
  if (mayBeMissing(wanted, variable)) return null
  const held = heldOn(wanted, variable)
  const isTested = heldAs(held, 'missing', true).length === 0
  return isTested ? words.find((word) => fits(held, () => word)) : undefined
}
