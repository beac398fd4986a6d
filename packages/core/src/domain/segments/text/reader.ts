import type { Catalogue } from '../catalogue.ts'
import { nearest, quoted } from '../check/nearest.ts'
import type { Plain, PlainObject } from '../check/plain.ts'
import { limits } from '../limits.ts'
import { everydayWords } from './everyday-words.ts'
import type { Lexicon } from './lexicon.ts'
import { errorIn } from './place.ts'
import { unquote } from './quote.ts'
import { type Token, tokensOf } from './tokens.ts'

const ending: Token = { kind: 'end', raw: '', at: 0 }

/** Reads a text from token to token, and keeps where the parts of the JSON that is made stand. */
export class Reader {
  readonly catalogue: Catalogue
  readonly #text: string
  /** Read only as far as anybody looked, so that what is refused early costs little. */
  readonly #tokens: Token[] = []
  readonly #coming: Iterator<Token>
  readonly #places: Map<object, ReadonlyMap<string, number>> = new Map()
  #next = 0
  #depth = 0
  #parts = 0

  constructor(text: string, catalogue: Catalogue) {
    this.catalogue = catalogue
    this.#text = text
    this.#coming = tokensOf(text)
  }

  /** The place of the next token. */
  get at(): number {
    return this.#token().at
  }

  /** What is written from a place on, as far as one amount may reach. */
  textFrom(at: number): string {
    return this.#text.slice(at, at + 40)
  }

  /** Takes the next token if it is of this kind. */
  take(kind: Token['kind']): Token | undefined {
    const token = this.#token()
    if (token.kind !== kind) return undefined
    this.#next += 1
    return token
  }

  /** Whether the next token is of this kind. */
  seesA(kind: Token['kind']): boolean {
    return this.#token().kind === kind
  }

  /** Takes the next token if it is a word that fits. */
  takeWord(fits: (word: string) => boolean = () => true): string | undefined {
    return fits(this.#token().raw) ? this.take('word')?.raw : undefined
  }

  /** Takes a text in quotes as what it says. */
  takeText(): string | undefined {
    const token = this.take('text')
    return token && unquote(token.raw, (at) => this.refuse(token.at + at, unknownEscape))
  }

  /** Takes the next token if it is this word, whatever its case, or this sign. */
  skip(wanted: string): boolean {
    if (!this.sees(wanted)) return false
    this.#next += 1
    return true
  }

  /** Whether the next token is a word or an unknown sign that fits. */
  seesLike(shape: RegExp): boolean {
    const { kind, raw } = this.#token()
    return (kind === 'word' || kind === 'other') && shape.test(raw)
  }

  /** Whether the next token is this word or sign. */
  sees(wanted: string): boolean {
    const { kind, raw } = this.#token()
    return (kind === 'word' || kind === 'sign') && raw.toLowerCase() === wanted
  }

  need(wanted: string): void {
    if (!this.skip(wanted)) this.expected(`"${wanted}"`, [wanted])
  }

  /** Takes the longest wording of a lexicon that stands here. */
  find<T>({ meanings, longest }: Lexicon<T>): T | undefined {
    for (let count = longest; count > 0; count -= 1) {
      const meaning = meanings.get(this.#words(count) ?? '')
      if (meaning === undefined) continue
      this.#next += count
      return meaning
    }
    return undefined
  }

  /** Takes a wording of a lexicon, or fails with the nearest one. */
  one<T>(lexicon: Lexicon<T>, what: string): T {
    return this.find(lexicon) ?? this.expected(what, lexicon.wordings)
  }

  /** Reads what lies inside something else. Predicates and parentheses count alike. */
  within<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth >= limits.depth) {
      const problem = `predicates and parentheses may lie ${limits.depth} deep.`
      throw errorIn(this.#text, this.at, problem, 'PREDICATE_TOO_LARGE')
    }
    const inside = read()
    this.#depth -= 1
    return inside
  }

  /** Counts a part that begins here; one too many is read no further. */
  countPart(): void {
    this.#parts += 1
    if (this.#parts <= limits.nodes) return
    const problem = `a predicate may have ${limits.nodes} parts.`
    throw errorIn(this.#text, this.at, problem, 'PREDICATE_TOO_LARGE')
  }

  /** Reads what stands between commas, up to the parenthesis that closes it. */
  list<T>(read: () => T): T[] {
    this.need('(')
    if (this.skip(')')) return []
    const parts = [read()]
    while (this.skip(',')) parts.push(read())
    if (!this.skip(')')) this.expected('"," or ")"')
    return parts
  }

  /** The same JSON; where its parts stand is kept. */
  keep<J extends PlainObject | readonly Plain[]>(
    json: J,
    places: Readonly<Record<string, number>> | readonly number[],
  ): J {
    this.#places.set(json, new Map(Object.entries(places)))
    return json
  }

  /** Where a part of the JSON stands, by its path; the nearest part around it whose place is known. */
  placeOf(json: Plain, path: string): number {
    let at = this.#tokenAt(0).at
    let part: unknown = json
    for (const [, key = ''] of path.matchAll(/([^.[\]]+)/g)) {
      if (typeof part !== 'object' || part === null) break
      at = this.#places.get(part)?.get(key) ?? at
      part = Reflect.get(part, key)
    }
    return at
  }

  /**
   * Fails at the next token. A word that stands there is repeated only if it is near a known one, or
   * looks like one: others may be somebody's name.
   *
   * @param advice what to do where no word is near
   */
  expected(what: string, known: readonly string[] = [], advice = ''): never {
    const token = this.#token()
    const near = this.#near(known)
    const found = near === undefined ? nounOf(token) : quoted(token.raw)
    const hint = near === undefined ? adviceOn(token) || advice : ` Did you mean "${near}"?`
    return this.refuse(token.at, `expected ${what}, found ${found}.${hint}`)
  }

  refuse(at: number, problem: string): never {
    throw errorIn(this.#text, at, problem)
  }

  #token(): Token {
    return this.#tokenAt(this.#next)
  }

  /** The nth token of the text; its last one again behind that. */
  #tokenAt(nth: number): Token {
    while (this.#tokens.length <= nth) {
      const { value, done } = this.#coming.next()
      if (done === true) break
      this.#tokens.push(value)
    }
    return this.#tokens[nth] ?? this.#tokens.at(-1) ?? ending
  }

  /** The next so many words in lower case; a single sign too. */
  #words(count: number): string | undefined {
    const end = this.#next + count
    this.#tokenAt(end - 1)
    const tokens = this.#tokens.slice(this.#next, end)
    const fits = ({ kind }: Token): boolean =>
      kind === 'word' || (kind === 'sign' && tokens.length === 1)
    return tokens.length === count && tokens.every(fits)
      ? tokens.map(({ raw }) => raw.toLowerCase()).join(' ')
      : undefined
  }

  /** The known wording that the next words most likely are. */
  #near(known: readonly string[]): string | undefined {
    const wordings = known.filter((wording) => /^\w/.test(wording))
    for (const count of [3, 2, 1]) {
      const words = this.#words(count)
      const near = words === undefined ? undefined : nearest(words, wordings, everydayWords)
      if (near !== undefined) return near
    }
    return undefined
  }
}

const unknownEscape = 'there is no such escape; expected \\" \\\\ \\n \\t or \\u{1F600}.'

function nounOf({ kind, raw }: Token): string {
  switch (kind) {
    case 'end':
      return 'the end of the text'
    case 'sign':
      return `"${raw}"`
    case 'word':
      return /^[a-z][a-zA-Z]{0,19}$/.test(raw) ? quoted(raw) : 'a word'
    case 'other':
      return raw === '"' ? 'a text that is not closed on its line' : quoted(raw)
    default:
      return `a ${kind}`
  }
}

function adviceOn({ kind, raw }: Token): string {
  if (kind !== 'other') return ''
  if (raw === '!') return ' There is no "!=": write not before the condition.'
  return "'‘’“”«»".includes(raw) ? ' Texts stand in straight double quotes.' : ''
}
