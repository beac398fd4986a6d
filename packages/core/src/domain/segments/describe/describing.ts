import type { Catalogue } from '../catalogue.ts'
import type { Language } from './language.ts'

/** What a description is made with. */
export interface Describing {
  readonly catalogue: Catalogue
  readonly language: Language
}
