import type { TemplateCategory } from '../templates/template.ts'

/** From this day service messages beyond the free ones cost, and utility templates in the window too. */
const newPrices = Date.UTC(2026, 9, 1)
const freeServiceMessages = 1000

/** The `pricing` of statuses: what is charged is charged when it is delivered. */
export interface Pricing {
  readonly billable: boolean
  readonly pricing_model: 'PMP'
  readonly type: 'regular' | 'free_customer_service'
  readonly category: TemplateCategory | 'service'
}

export class Prices {
  /** Service messages by business number and month. */
  readonly #service = new Map<string, number>()

  of(
    category: TemplateCategory | undefined,
    number: string,
    windowIsOpen: boolean,
    now: number,
  ): Pricing {
    const isFree =
      category === undefined
        ? this.#serviceIsFree(number, now)
        : category === 'utility' && windowIsOpen && now < newPrices
    return {
      billable: !isFree,
      pricing_model: 'PMP',
      type: isFree ? 'free_customer_service' : 'regular',
      category: category ?? 'service',
    }
  }

  #serviceIsFree(number: string, now: number): boolean {
    const key = `${number} ${new Date(now).toISOString().slice(0, 7)}`
    const count = (this.#service.get(key) ?? 0) + 1
    this.#service.set(key, count)
    return now < newPrices || count <= freeServiceMessages
  }
}
