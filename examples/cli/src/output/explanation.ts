import type { Catalogue, Locale, MembershipChange, MembershipExplanation } from '@langganan/core'
import type { Predicate } from '@langganan/core/segments'
import { choiceInWords, describe } from '@langganan/core/segments/explain'
import { print } from '@langganan/core/segments/text'
import type { Session } from '../session/session.ts'
import { oneLine } from './one-line.ts'
import { styleFor } from './style.ts'

type Part = MembershipExplanation['root']
type Leaf = Extract<Part, { kind: 'leaf' }>

/** Says what a part asks: as it is typed, or in the language of the answer. */
type PartText = (predicate: Predicate, catalogue: Catalogue) => string

interface ReasonWords {
  readonly part: PartText
  readonly value: (choice: string) => string
  readonly belongs: string
  readonly doesNot: string
  readonly all: string
  readonly any: string
  readonly not: string
  readonly atLeast: (count: number) => string
  readonly decides: string
  readonly nothing: string
  readonly yes: string
  readonly no: string
  readonly changes: (at: string) => string
  readonly stays: (until: string) => string
  readonly never: string
  readonly wouldChange: string
  readonly nothingWould: string
}

export const reasonWords: Readonly<Record<Locale, ReasonWords>> = {
  en: {
    part: typed,
    value: (choice) => choice,
    belongs: 'Belongs now.',
    doesNot: 'Does not belong now.',
    all: 'all of these',
    any: 'any of these',
    not: 'not',
    atLeast: (count) => `at least ${count} of these`,
    decides: 'decides',
    nothing: 'nothing',
    yes: 'yes',
    no: 'no',
    changes: (at) => `Changes at ${at}, if nothing else happens.`,
    never: 'Time alone does not change it.',
    stays: (until) => `Does not change before ${until}, if nothing else happens.`,
    wouldChange: 'Any of these would change it:',
    nothingWould: 'No single action that is known of would change it now.',
  },
  id: {
    // Predicates are typed in English words, so they are said in a sentence here.
    part: (predicate, catalogue) =>
      describe(predicate, catalogue, 'id')
        .replace(/^Pelanggan (?:yang )?/, '')
        .replace(/\.$/, ''),
    value: (choice) => choiceInWords(choice, 'id'),
    belongs: 'Sekarang termasuk.',
    doesNot: 'Sekarang tidak termasuk.',
    all: 'semua ini',
    any: 'salah satu dari ini',
    not: 'bukan',
    atLeast: (count) => `paling sedikit ${count} dari ini`,
    decides: 'penentu',
    nothing: 'tidak ada',
    yes: 'ya',
    no: 'tidak',
    changes: (at) => `Berubah pada ${at} kalau tidak terjadi apa-apa lagi.`,
    never: 'Waktu saja tidak mengubahnya.',
    stays: (until) => `Tidak berubah sebelum ${until} kalau tidak terjadi apa-apa lagi.`,
    wouldChange: 'Salah satu dari ini akan mengubahnya:',
    nothingWould: 'Tidak ada yang bisa dilakukan sekarang untuk mengubahnya.',
  },
}

/** The verdict, every part with what the customer has, the sentence, and when it changes. */
export function explanationText(
  { holds, root, because, sentence, next }: MembershipExplanation,
  catalogue: Catalogue,
  session: Session,
  words: ReasonWords,
): string {
  const deciding = new Set(because.map(({ path }) => path))
  const { dim } = styleFor(process.stdout)

  function lines(part: Part, depth: number): readonly string[] {
    const head = `${'  '.repeat(depth)}${part.holds ? '✓' : '✗'} `
    if (part.kind === 'leaf') {
      const decides = deciding.has(part.path) ? dim(`  ← ${words.decides}`) : ''
      const asked = words.part(part.predicate, catalogue)
      return [
        `${head}${oneLine(asked, 200)}: ${actualText(part, catalogue, session, words)}${decides}`,
      ]
    }
    if (part.kind === 'segment') {
      const asked = oneLine(words.part({ segment: part.segment }, catalogue), 200)
      return [head + asked, ...lines(part.of, depth + 1)]
    }
    if (part.kind === 'not') return [head + words.not, ...lines(part.of, depth + 1)]
    const title = part.kind === 'atLeast' ? words.atLeast(part.count) : words[part.kind]
    return [head + title, ...part.of.flatMap((each) => lines(each, depth + 1))]
  }

  return [
    holds ? words.belongs : words.doesNot,
    '',
    ...lines(root, 1),
    '',
    sentence,
    nextText(next, session, words),
  ].join('\n')
}

export function nextText(
  next: MembershipExplanation['next'],
  { time }: Session,
  words: ReasonWords,
): string {
  if ('at' in next) return words.changes(time(next.at))
  return next.never ? words.never : words.stays(time(next.noneBefore))
}

/** What would change the verdict, a line each. */
export function changesText(
  changes: readonly MembershipChange[],
  words: Pick<ReasonWords, 'wouldChange' | 'nothingWould'>,
): string {
  if (changes.length === 0) return words.nothingWould
  const lines = changes.map(({ sentence }) => `  - ${oneLine(sentence, 200)}`)
  return [words.wouldChange, ...lines].join('\n')
}

function actualText(
  { actual: { type, values } }: Leaf,
  catalogue: Catalogue,
  session: Session,
  words: ReasonWords,
): string {
  if (values.length === 0) return words.nothing
  const shown = values.map((value) => {
    if (typeof value === 'boolean') return value ? words.yes : words.no
    return typeof value === 'number'
      ? numberText(value, type, session)
      : textText(value, type, catalogue, words)
  })
  return oneLine(shown.join(', '), 200)
}

function numberText(value: number, type: Leaf['actual']['type'], { money, time }: Session): string {
  if (type === 'instant') return time(new Date(value))
  return type === 'money' || type === 'average' ? money(value) : String(value)
}

function textText(
  value: string,
  type: Leaf['actual']['type'],
  { categories }: Catalogue,
  words: ReasonWords,
): string {
  if (type === 'reference') return categories.find(({ id }) => id === value)?.name ?? value
  return type === 'choice' ? words.value(value) : value
}

function typed(predicate: Predicate, catalogue: Catalogue): string {
  return print(predicate, catalogue).replaceAll(/\n */g, ' ')
}
