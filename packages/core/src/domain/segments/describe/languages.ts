import { english } from './english.ts'
import { indonesian } from './indonesian.ts'
import type { Language } from './language.ts'

/** A language that predicates are told in. */
export type Locale = 'en' | 'id'

export const languages: Readonly<Record<Locale, Language>> = { en: english, id: indonesian }
