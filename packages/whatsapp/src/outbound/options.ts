import { type Clock, LanggananError } from '@langganan/core'
import { z } from 'zod'
import type { Limits } from './limits/limiter.ts'
import type { WhatsAppHalt } from './tell-halt.ts'
import type { Timers } from './timers.ts'

export interface WhatsAppChannelOptions {
  /** What WhatsApp calls the business number by: digits, not the number itself. */
  readonly phoneNumberId: string
  /** A system user's token. It is kept out of errors and of everything that can be printed. */
  readonly accessToken: string
  /** The number as interactions and windows name it; the `phoneNumberId` unless given. */
  readonly businessNumber?: string | undefined
  /** Such as `v25.0`, which is the default. */
  readonly version?: string | undefined
  /** Where the Graph API is, without the version: `https://graph.facebook.com` unless given. */
  readonly baseUrl?: string | undefined
  /** The platform's unless given; the sandbox has one. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds after which a call is given up as `unknown`: 30,000 unless given. */
  readonly timeout?: number | undefined
  readonly limits?: Limits | undefined
  /**
   * Told when the platform says that nothing goes from this number until somebody has looked (`stop`), and
   * each time that a later try finds the same: wake somebody. What it throws is printed.
   */
  readonly onHalt?: ((halt: WhatsAppHalt) => unknown) | undefined
  /** The system's unless given. */
  readonly clock?: Clock | undefined
  /** The platform's unless given. */
  readonly timers?: Timers | undefined
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const positive = z.number().positive().optional()

const schema = z.strictObject({
  phoneNumberId: z.string().regex(/^\d{1,32}$/, 'Expected the digits of a phone number id'),
  accessToken: z.string().regex(/^[\x21-\x7e]+$/, 'Expected a token without spaces'),
  businessNumber: z.string().min(1).optional(),
  version: z
    .string()
    .regex(/^v\d{1,3}\.\d$/, 'Expected a version such as v25.0')
    .optional(),
  baseUrl: z.url({ protocol: /^https?$/, error: 'Expected an http(s) URL' }).optional(),
  fetch: z.custom(isFunction, 'Expected a function').optional(),
  timeout: positive,
  limits: z
    .strictObject({
      perSecond: z.int().positive().optional(),
      secondsPerPerson: positive,
      burstPerPerson: z.int().positive().optional(),
    })
    .optional(),
  onHalt: z.custom(isFunction, 'Expected a function').optional(),
  clock: z.custom(isFunction, 'Expected a function').optional(),
  timers: z
    .custom((value) => typeof value === 'object' && value !== null, 'Expected timers')
    .optional(),
})

/** Throws `INVALID_INPUT` for options that cannot work, without the values. */
export function checkOptions(options: WhatsAppChannelOptions): void {
  const result = schema.safeParse(options)
  if (result.success) return
  const [issue] = result.error.issues
  throw new LanggananError('INVALID_INPUT', `${issue?.message ?? 'Expected options'}.`, {
    field: issue?.path.join('.'),
  })
}
