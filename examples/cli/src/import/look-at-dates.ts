import type { LocalClock } from '../input/local-clock.ts'
import { type DateFormat, isoTime, type TimeReader, timeInFormat } from '../input/time-text.ts'

/** The forms that are told apart by the order of day, month and year. */
const forms = ['DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY/MM/DD'] as const satisfies readonly DateFormat[]

/** Finds out whether the dates of a file are in another form than they were read in. */
export class DateLook {
  readonly #others: readonly (readonly [form: string, read: TimeReader])[]
  readonly #fits = new Map<string, number>()
  #seen = 0

  constructor(clock: LocalClock) {
    this.#others = [
      ...forms.map((form): [string, TimeReader] => [form, timeInFormat(form, clock)]),
      ['', isoTime(clock)],
    ]
  }

  /** A date that could be read. */
  fitted(): void {
    this.#seen += 1
  }

  /** A text that could not. */
  missed(text: string): void {
    this.#seen += 1
    for (const [form, read] of this.#others) {
      if (read(text) !== undefined) this.#fits.set(form, (this.#fits.get(form) ?? 0) + 1)
    }
  }

  /** What to try where most dates fit another form. */
  get hint(): string | undefined {
    const most = Math.max(0, ...this.#fits.values())
    if (most * 2 <= this.#seen) return undefined
    const found = [...this.#fits].filter(([, fits]) => fits === most).map(([form]) => form)
    if (found.includes('')) return 'Most dates are in ISO 8601: leave --date-format out.'
    const or = found.length > 1 ? ', whichever the file means' : ''
    return `Most dates are in another form: try --date-format ${found.join(' or ')}${or}.`
  }
}
