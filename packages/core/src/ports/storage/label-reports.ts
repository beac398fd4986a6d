import type { Condition } from '../../domain/segments/condition.ts'

/** Of whom is asked, and from when to when: `from` included, `to` not. */
interface LabelRange {
  readonly where: Condition
  readonly from: number
  readonly to: number
}

/** Questions about who has which label, of the customers who satisfy a condition. Answers in any order, but for the board. */
export interface LabelReports {
  /** How many have each label at an instant; labels that nobody has are left out. */
  readonly labelContacts: {
    readonly question: { readonly where: Condition; readonly at: number }
    readonly answer: readonly { readonly labelId: string; readonly contacts: number }[]
  }
  /**
   * What became of labels between two instants. Whoever had a label at the first and another at the
   * second that is new moved from each that is gone to each that is new; null stands for none. Who kept
   * a label moved from it to itself.
   */
  readonly labelMovement: {
    readonly question: LabelRange
    readonly answer: readonly {
      readonly from: string | null
      readonly to: string | null
      readonly customers: number
    }[]
  }
  /**
   * Customers whom somebody gave a label in a range, each once; how many of them have a paid order, and
   * their lifetime value together. `by` is the least way to write the author's name.
   */
  readonly labelAgents: {
    readonly question: LabelRange
    readonly answer: readonly {
      readonly labelId: string
      readonly by: string | null
      readonly customers: number
      readonly productive: number
      readonly ltv: number
    }[]
  }
  /** Customers who got a label in a range, each once, by where they came from. Texts as with `by`. */
  readonly labelOrigins: {
    readonly question: LabelRange
    readonly answer: readonly {
      readonly labelId: string
      readonly source: string | null
      readonly campaign: string | null
      readonly customers: number
    }[]
  }
  /** Who has each label at an instant: by label, the latest first, then by id, at most so many of each. */
  readonly labelBoard: {
    readonly question: { readonly where: Condition; readonly at: number; readonly limit: number }
    readonly answer: readonly {
      readonly labelId: string
      readonly customerId: string
      readonly since: number
      readonly by: string | null
    }[]
  }
}
