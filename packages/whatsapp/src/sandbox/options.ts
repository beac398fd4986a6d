import type { SandboxTemplate } from './templates/template.ts'

export interface SandboxOptions {
  /** Signs webhooks. */
  readonly appSecret: string
  /** What calls must bear: `sandbox-token` unless given. */
  readonly accessToken?: string | undefined
  /** What the handshake says: `sandbox-verify` unless given. */
  readonly verifyToken?: string | undefined
  /** Takes webhooks: a handler, or where one listens. It can be given later, with `connect`. */
  readonly webhook?: WebhookTarget | undefined
  /** Everything that is left to chance follows from it: 1 unless given. */
  readonly seed?: number | undefined
  /** When time begins: the start of 2026 in UTC unless given. */
  readonly start?: Date | undefined
  /** `manual` time stands still until `advance`; `real` time runs by itself. */
  readonly time?: 'manual' | 'real' | undefined
  readonly accountId?: string | undefined
  /** At least one; one is made up unless given. */
  readonly numbers?: readonly [SandboxNumberInput, ...SandboxNumberInput[]] | undefined
  readonly templates?: readonly SandboxTemplate[] | undefined
  readonly limits?: SandboxLimits | undefined
  /**
   * Where the sender learns that one person cannot get a message (131026, 131047, 131049, 131050): in a
   * `failed` status after the send was accepted, as the platform mostly does, or in the answer.
   */
  readonly personalRefusals?: 'status' | 'answer' | undefined
}

/** Takes a webhook as it would come over the network. */
export type WebhookTarget = ((request: Request) => Promise<Response>) | string | URL

export interface SandboxNumberInput {
  readonly id: string
  /** International, with its `+`. */
  readonly phone: string
  readonly name?: string | undefined
}

export interface SandboxLimits {
  /** Messages a second of one number: 80. */
  readonly perSecond?: number | undefined
  /** Seconds per message to one person: 6. */
  readonly secondsPerPerson?: number | undefined
  /** Messages to one person at once: 45. */
  readonly burstPerPerson?: number | undefined
  /** Distinct people outside the window within 24 hours, of all numbers together: 250. */
  readonly peoplePerDay?: number | undefined
  /** Marketing templates to one person within 24 hours: 2; the platform's figure is its secret. */
  readonly marketingPerDay?: number | undefined
}
