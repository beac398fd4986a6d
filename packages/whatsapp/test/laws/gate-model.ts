import type { GateReason } from '@langganan/core'

type Decision = 'granted' | 'denied' | 'withdrawn'
type Purpose = 'service' | 'marketing'

/** A message as the model sees it. */
export interface ModelMessage {
  readonly form: 'freeForm' | 'template'
  readonly purpose: Purpose
}

/**
 * What holds for one customer on WhatsApp, kept by hand and in other words than the shop's: lists of what
 * happened, looked through at each question.
 */
export class GateModel {
  isArchived = false
  /** Until when; null for good. */
  blacklisting: { readonly until: number | null } | undefined
  #hasAddress: boolean
  readonly #consents: { purpose: Purpose; decision: Decision; at: number }[] = []
  readonly #inbound: number[] = []
  readonly #closedFor: number[] = []
  readonly #waits: number[] = []
  /** Who may be the same person, and whether somebody has said that it is another. */
  readonly #others = new Map<GateModel, 'open' | 'dismissed'>()

  constructor(hasAddress: boolean) {
    this.#hasAddress = hasAddress
  }

  consent(purpose: Purpose, decision: Decision, at: number): void {
    this.#consents.push({ purpose, decision, at })
  }

  /** Told of both: they may be one; or a person says that they are two, and that stays so. */
  doubted(other: GateModel, isDismissed: boolean): void {
    if (isDismissed || !this.#others.has(other))
      this.#others.set(other, isDismissed ? 'dismissed' : 'open')
  }

  wrote(at: number): void {
    this.#inbound.push(at)
  }

  /** Somebody else has the number now, or it came back. */
  hasNumber(has: boolean, now: number): void {
    if (this.#hasAddress && !has && this.#windowIsOpen(now)) this.#closedFor.push(now)
    this.#hasAddress = has
  }

  /** The platform refused a message that was sent at this time, and said so at that one. */
  refused(code: string, sentAt: number, toldAt: number): void {
    if (code === '131047') this.#closedFor.push(sentAt)
    if (code === '131049') this.#waits.push(toldAt)
    if (code === '131050') this.consent('marketing', 'withdrawn', sentAt)
  }

  /** Why this message may not leave now. */
  reasons({ form, purpose }: ModelMessage, now: number): readonly GateReason[] {
    const found: GateReason[] = []
    if (this.isArchived) found.push('archived')
    const { blacklisting } = this
    if (blacklisting !== undefined && (blacklisting.until ?? Infinity) > now)
      found.push('blacklisted')
    if (!this.#hasAddress) found.push('noIdentity')
    const isOpen = this.#windowIsOpen(now)
    if (form === 'freeForm' && !isOpen) found.push('windowClosed')
    const decision = this.#decisionOn(purpose)
    const mustAgree = purpose === 'marketing' || (form === 'template' && !isOpen)
    if (this.#isAgainst(purpose) || this.#somebodyIsAgainst(purpose)) found.push('optedOut')
    else if (mustAgree && decision === undefined) found.push('notOptedIn')
    const isHeldBack = this.#waits.some((at) => now - at < 24 * 3_600_000)
    if (purpose === 'marketing' && isHeldBack) found.push('tooSoon')
    return found
  }

  /** Some message of the last day opens it, unless the platform said otherwise at that time or later. */
  #windowIsOpen(now: number): boolean {
    return this.#inbound.some(
      (at) => now - at < 24 * 3_600_000 && !this.#closedFor.some((closed) => closed >= at),
    )
  }

  #isAgainst(purpose: Purpose): boolean {
    const decision = this.#decisionOn(purpose)
    return decision === 'denied' || decision === 'withdrawn'
  }

  #somebodyIsAgainst(purpose: Purpose): boolean {
    return [...this.#others].some(([other, state]) => state === 'open' && other.#isAgainst(purpose))
  }

  #decisionOn(purpose: Purpose): Decision | undefined {
    const said = this.#consents.filter((each) => each.purpose === purpose)
    const last = said.filter(({ at }) => said.every((other) => other.at <= at))
    return last.find(({ decision }) => decision !== 'granted')?.decision ?? last[0]?.decision
  }
}
