import { decodeFoldTable } from './decode-fold-table.ts'

/** The version of the fold's table; stored with a database, whose folded columns depend on it. */
export const FOLD_VERSION = 1

const plain = /^[ -~]*$/

let pages: readonly (readonly (string | undefined)[] | undefined)[] | undefined

/**
 * The form in which texts are compared, searched and sorted: folded per code point, then trimmed.
 *
 * Lower case, without diacritics or invisible characters; width and style variants of a letter are
 * that letter, every kind of white space is a space, curly quotes and long dashes are `'`, `"`, `-`.
 * Folding twice changes nothing.
 *
 * @example
 * ```ts
 * const same: boolean = fold(' Élodie\u00a0ŞAHİN ') === 'elodie sahin' // true
 * ```
 */
export function fold(text: string): string {
  return foldCodePoints(text).trim()
}

/**
 * {@link fold} without the trimming, so that it keeps concatenation:
 * `foldCodePoints(a + b) === foldCodePoints(a) + foldCodePoints(b)` for well-formed texts.
 */
export function foldCodePoints(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  pages ??= decodeFoldTable()
  let folded = ''
  let copied = 0
  for (let i = 0; i < text.length; i += 1) {
    const start = i
    let code = text.charCodeAt(i)
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(i) ?? code
      if (code > 0xffff) i += 1
    }
    const target = pages[code >>> 8]?.[code & 0xff]
    if (target === undefined) continue
    folded += copied === start ? target : text.slice(copied, start) + target
    copied = i + 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
}
