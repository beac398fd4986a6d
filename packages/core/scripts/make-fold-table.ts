// Writes src/domain/text/fold-table.ts: `node scripts/make-fold-table.ts`, then format and test.
//
// The rules are applied here once, with the Unicode data of the Node that runs this, and frozen:
// a folded text in a database must never depend on the engine that reads it. A table that differs
// is a new FOLD_VERSION, and every stored fold has to be made again.
//
// Left out is what follows from canonical decompositions: those of an assigned code point are the
// same in every version of Unicode (its stability policy), so engines may be asked for them.
import { writeFileSync } from 'node:fs'

/** Letters that have no decomposition in Unicode, with the plain letters people type for them. */
const letters =
  'ßss ẞss æae œoe øo đd ðd þth łl ıi ħh ŧt ŋn ĸk ſs ςσ ƀb ƶz ǥg ɨi ɉj ɍr ɏy ⱥa ȼc ɇe ⱦt ƚl ɓb ɗd ɖd ƈc ƙk ƴy ɠg'
const punctuation = [
  ["'", '‘’‛ʼʻʾʿʹ´′'],
  ['"', '“”„‟″'],
  ['-', '‐‑‒–—―−'],
] as const

const own = new Map<string, string>()
for (const [plain, variants] of punctuation) for (const variant of variants) own.set(variant, plain)
for (const pair of letters.split(' ')) {
  const [letter = '', ...plain] = pair
  for (const form of [letter, letter.toUpperCase()]) {
    if ([...form].length === 1 && form > '\x7f') own.set(form, plain.join(''))
  }
}
for (let i = 0; i < 26; i += 1) {
  const plain = String.fromCodePoint(97 + i)
  own.set(String.fromCodePoint(0x1f150 + i), plain) // 🅐 negative circled
  own.set(String.fromCodePoint(0x1f170 + i), plain) // 🅰 negative squared
}

/** Marks that decorate a letter of their script; the vowel signs of Indic scripts do not. */
const decoration =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|(?=\p{M})[\p{sc=Cyrillic}\p{sc=Hebrew}\p{scx=Arabic}]/u
const invisible = /\p{Default_Ignorable_Code_Point}/u
const space = /\p{White_Space}/u

function once(char: string): string {
  const known = own.get(char)
  if (known !== undefined) return known
  if (space.test(char)) return ' '
  if (invisible.test(char) || decoration.test(char)) return ''
  const parts = char.normalize('NFKD')
  if (parts.length > 1 && parts.startsWith(' ')) return char // ¨ and its kind stand alone
  return Array.from(parts, (part) => part.toLowerCase()).join('')
}

function untilStable(char: string): string {
  let text = char
  for (;;) {
    const next = Array.from(text, once).join('')
    if (next === text) return text
    text = next
  }
}

/** Leaves out what is rare and large: Han, Hangul, Arabic shapes, ⑴, ㎏, ½ and the like. */
function isKept(char: string, folded: string): boolean {
  const code = char.codePointAt(0) ?? 0
  if (
    /\p{sc=Hangul}/u.test(char) ||
    /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(char)
  ) {
    return folded === ''
  }
  if (folded === '' || char.normalize('NFD') !== char || char.toLowerCase() !== char) return true
  if ([...folded].length === 1)
    return !/[\p{sc=Hangul}\p{sc=Han}\p{sc=Arabic}\p{sc=Hebrew}]/u.test(folded)
  return (
    /^(?:[a-z]{1,3}|[ա-և]+|'n)$/u.test(folded) &&
    (code < 0x2000 || (code >= 0xfb00 && code <= 0xfb17))
  )
}

function makeTable(): Map<number, string> {
  const table = new Map<number, string>()
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const char = String.fromCodePoint(code)
    const folded = untilStable(char)
    if (folded !== char && isKept(char, folded)) table.set(code, folded)
  }
  for (const folded of table.values()) {
    for (const char of folded) {
      if (table.has(char.codePointAt(0) ?? 0)) throw new Error(`Not stable: ${folded}`)
    }
  }
  return table
}

/** Whether the fold of a code point is that of the parts of its canonical decomposition. */
function followsFromParts(table: Map<number, string>, code: number): boolean {
  const char = String.fromCodePoint(code)
  const parts = Array.from(char.normalize('NFD'))
  if (parts[0] === char) return false
  return parts.map((part) => foldOf(table, part)).join('') === foldOf(table, char)
}

function foldOf(table: Map<number, string>, char: string): string {
  return table.get(char.codePointAt(0) ?? 0) ?? char
}

/** Stretches of assigned code points, each from one that follows from its parts to another. */
function canonicalRanges(table: Map<number, string>): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let open: { start: number; end: number } | undefined
  for (let code = 0; code <= 0xd7ff; code += 1) {
    const char = String.fromCodePoint(code)
    if (followsFromParts(table, code)) {
      open ??= { start: code, end: code }
      open.end = code
    } else if (/\p{Cn}/u.test(char) || (char.normalize('NFD') !== char && !table.has(code))) {
      if (open !== undefined) ranges.push(open)
      open = undefined
    }
  }
  if (open !== undefined) ranges.push(open)
  return ranges
}

/** Code points `start`, `start + step`, …; their targets climb by `climb` from `target`. */
interface Run {
  start: number
  count: number
  step: number
  climb: number
  target: string
}

/** How far a run reaches, up to its last code point that is left, and how many of them are left. */
function extentOf(
  { table, left }: Telling,
  { start, step, climb, target }: Omit<Run, 'count'>,
): { readonly count: number; readonly told: number } {
  const code = target.codePointAt(0) ?? 0
  const expectedAt = (i: number) => (climb === 0 ? target : String.fromCodePoint(code + i * climb))
  let [count, told] = [1, 1]
  for (let i = 1; table.get(start + i * step) === expectedAt(i); i += 1) {
    if (left.has(start + i * step)) [count, told] = [i + 1, told + 1]
  }
  return { count, told }
}

/** The whole table, and what of it is still to be told. */
interface Telling {
  readonly table: Map<number, string>
  readonly left: Map<number, string>
}

/** The run from here that tells most of what is left; it may run over what is told already. */
function longestRun(telling: Telling, start: number, target: string): Run {
  const single = [...target].length === 1
  let best: Run = { start, count: 1, step: 1, climb: 0, target }
  let most = 1
  for (const step of [1, 2]) {
    for (const climb of single ? [0, 1, 2] : [0]) {
      const { count, told } = extentOf(telling, { start, step, climb, target })
      if (told <= most || (step === 2 && told < 3)) continue
      best = { start, count, step, climb, target }
      most = told
    }
  }
  return best
}

function makeRuns(table: Map<number, string>): Run[] {
  const ranges = canonicalRanges(table)
  const isFree = (code: number) =>
    followsFromParts(table, code) && ranges.some(({ start, end }) => start <= code && code <= end)
  const left = new Map([...table].filter(([code]) => !isFree(code)))
  const runs: Run[] = []
  for (const start of table.keys()) {
    const target = left.get(start)
    if (target === undefined) continue
    const run = longestRun({ table, left }, start, target)
    for (let i = 0; i < run.count; i += 1) left.delete(start + i * run.step)
    runs.push(run)
  }
  return runs
}

function encodeTarget({ start, target }: Run): string {
  if (target === ' ') return '_'
  if (/^(?![+-].)[\x21-\x7e]*$/.test(target) && !/[_`\\$=]/.test(target)) return target
  const codes = Array.from(target, (char) => char.codePointAt(0) ?? 0)
  const [first = 0, second] = codes
  const offset = first - start
  if (second === undefined && Math.abs(offset) <= 300) {
    return `${offset < 0 ? '-' : '+'}${Math.abs(offset).toString(36)}`
  }
  return `=${codes.map((code) => code.toString(36)).join('.')}`
}

function encode(runs: readonly Run[]): { gaps: string; shapes: string; targets: string } {
  let next = 0
  const gaps: string[] = []
  for (const { start, count, step } of runs) {
    gaps.push(start === next ? '' : (start - next).toString(36))
    next = start + (count - 1) * step + 1
  }
  const shapes = runs.map(({ count, step, climb }) =>
    count === 1 ? '' : `${step * 3 + climb}${count.toString(36)}`,
  )
  return {
    gaps: gaps.join(' '),
    shapes: shapes.join(' '),
    targets: runs.map(encodeTarget).join(' '),
  }
}

function encodeRanges(ranges: readonly { start: number; end: number }[]): string {
  let next = 0
  return ranges
    .map(({ start, end }) => {
      const pair = `${(start - next).toString(36)} ${(end - start).toString(36)}`
      next = end
      return pair
    })
    .join(' ')
}

const table = makeTable()
const { gaps, shapes, targets } = encode(makeRuns(table))
writeFileSync(
  new URL('../src/domain/text/fold-table.ts', import.meta.url),
  `// Made by scripts/make-fold-table.ts from Unicode ${process.versions.unicode}. Do not edit: another table is another FOLD_VERSION.

/** The distance of each run's first code point from the end of the run before, in base 36. */
export const foldGaps = \`${gaps}\`

/** Each run's source step × 3 + target step in one digit, then its length in base 36; '' for one. */
export const foldShapes = \`${shapes}\`

/** Each run's first target: text (\`_\` for a space), \`±\` offset or \`=\` code points in base 36. */
export const foldTargets = \`${targets}\`

/** Stretches of code points that fold as their canonical parts do: each the distance from the last one's end to its start and from there to its end, in base 36. */
export const foldCanonical = \`${encodeRanges(canonicalRanges(table))}\`
`,
)
