import { type Locale, languages } from './languages.ts'

/** A choice of a field, such as `slipping`, as people say it in that language; itself where it has no other word. */
export function choiceInWords(choice: string, locale: Locale): string {
  return languages[locale].word(choice)
}
