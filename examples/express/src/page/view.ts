import { formatAmount, type Shop } from '@langganan/core'
import type { Request, Response } from 'express'
import { type Language, wordsIn } from './language.ts'
import type { Words } from './words/en.ts'

/** What every page needs: a language, and how the shop's amounts and times read in it. */
export interface View {
  readonly language: Language
  readonly words: Words
  readonly shopName: string
  /** Whether there are people to play with. */
  readonly hasPlay: boolean
  /** Where the page is, without its query. */
  readonly path: string
  count(n: number): string
  /** Minor units of the book currency, or of another. */
  money(minor: number, currency?: string): string
  time(at: Date): string
  day(at: Date): string
  /** A time within a week of now. */
  weekTime(at: Date): string
}

/** The view of who makes a request. */
export type ViewFor = (request: Request, response: Response) => View

const tags: Readonly<Record<Language, string>> = { en: 'en-GB', id: 'id-ID' }

export function viewOf(
  { id, currency, timeZone }: Shop,
  { language, path, hasPlay }: Pick<View, 'language' | 'path' | 'hasPlay'>,
): View {
  const tag = tags[language]
  const day = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'medium' })
  const time = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const weekTime = new Intl.DateTimeFormat(tag, {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const count = new Intl.NumberFormat(tag)
  return {
    language,
    words: wordsIn(language),
    shopName: id,
    hasPlay,
    path,
    count: (n) => count.format(n),
    // On one line, however narrow its place.
    money: (minor, other = currency) =>
      formatAmount(minor, other, language).replaceAll(' ', '\u00a0'),
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    weekTime: (at) => weekTime.format(at),
  }
}
