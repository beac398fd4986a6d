import type { Request, Response } from 'express'
import { en, type Words } from './words/en.ts'
import { id } from './words/id.ts'

const languages = { en, id } as const

export type Language = keyof typeof languages

/** Those that pages come in, the first where nothing is said. */
export const languageNames: readonly Language[] = ['en', 'id']

export function wordsIn(language: Language): Words {
  return languages[language]
}

const cookie = 'lang'

/** What was chosen by `?lang=`, which is kept; else what was chosen before; else what the browser asks for. */
export function languageOf(request: Request, response: Response): Language {
  const chosen = request.query.lang
  if (isLanguage(chosen)) {
    response.cookie(cookie, chosen, { httpOnly: true, sameSite: 'lax', maxAge: 31_536_000_000 })
    return chosen
  }
  const [, kept] = /(?:^|;\s*)lang=(\w+)/.exec(request.get('cookie') ?? '') ?? []
  if (isLanguage(kept)) return kept
  const asked = request.acceptsLanguages([...languageNames])
  return isLanguage(asked) ? asked : 'en'
}

function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'id'
}
