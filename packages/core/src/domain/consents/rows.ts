/** What a customer's data may be used for. */
export type ConsentPurpose = 'service' | 'marketing' | 'sharing'

export type ConsentChannel = 'whatsapp' | 'email' | 'sms' | 'phone'

/** `denied`: asked, and said no. `withdrawn`: took back what was granted, or opted out. */
export type ConsentDecision = 'granted' | 'denied' | 'withdrawn'

/** Every purpose, frozen. */
export const consentPurposes: readonly ConsentPurpose[] = /* @__PURE__ */ Object.freeze([
  'service',
  'marketing',
  'sharing',
])

/** Every channel that can be consented to, frozen. */
export const consentChannels: readonly ConsentChannel[] = /* @__PURE__ */ Object.freeze([
  'whatsapp',
  'email',
  'sms',
  'phone',
])

/** Every decision, frozen. */
export const consentDecisions: readonly ConsentDecision[] = /* @__PURE__ */ Object.freeze([
  'granted',
  'denied',
  'withdrawn',
])

/** What a customer decided, as it was told, with its proof. Kept as long as the customer. */
export interface ConsentEventRow {
  readonly id: string
  readonly customerId: string
  readonly originId: string
  readonly purpose: ConsentPurpose
  /** Null speaks for every channel. */
  readonly channel: ConsentChannel | null
  readonly decision: ConsentDecision
  readonly at: number
  /** Who took it down. */
  readonly by: string | null
  /** What shows it: the words, the form, the message. */
  readonly proof: string | null
  /** The source's own id of it. */
  readonly eventId: string | null
  readonly recordedAt: number
}

/** What holds for a customer, a purpose and a channel: derived from the log. No row where nothing was said. */
export interface ConsentRow {
  readonly customerId: string
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel
  readonly decision: ConsentDecision
  /** When it was decided. */
  readonly at: number
}
