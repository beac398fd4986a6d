const loneSurrogate = /\p{Surrogate}/u

/**
 * What keeps a text from being stored: a NUL, which Postgres cannot hold, or half a surrogate pair,
 * which UTF-8 cannot; undefined if nothing does.
 */
export function textProblem(text: string): 'nul' | 'lone-surrogate' | undefined {
  if (text.includes('\0')) return 'nul'
  return loneSurrogate.test(text) ? 'lone-surrogate' : undefined
}
