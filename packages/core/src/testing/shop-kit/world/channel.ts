import { LanggananError } from '../../../domain/error/langganan-error.ts'
import type { RefusalAct } from '../../../domain/messages/refusal-act.ts'
import type { Channel, SendOptions, SendResult } from '../../../ports/channel.ts'

/** What becomes of every message of a channel of the kit. */
export type Carrying =
  | 'accepts'
  | 'loses'
  | 'isUnreachable'
  | 'hasNoTurn'
  | 'throws'
  | Extract<RefusalAct, 'useTemplate' | 'waitADay' | 'suppressMarketing' | 'giveUp'>

export interface KitChannel extends Channel {
  /** What was handed to it and began, in order. */
  readonly carried: readonly SendOptions[]
}

export const numberOfChannel = '+6281100000001'

/**
 * A channel that keeps to the port and goes nowhere: each message has an id made of its reference, and
 * comes to what was said.
 *
 * @param clock by which `notAfter` is kept; without one it is not looked at
 */
export function kitChannel(
  carrying: Carrying = 'accepts',
  {
    clock,
    businessNumber = numberOfChannel,
  }: { clock?: () => number; businessNumber?: string } = {},
): KitChannel {
  const carried: SendOptions[] = []
  return {
    name: 'whatsapp',
    businessNumber,
    carried,
    takeTurn: () =>
      carrying === 'hasNoTurn' ? { granted: false, retryAfter: 6_000 } : { granted: true },
    async send(_, options) {
      if (carrying === 'throws') throw new LanggananError('INVALID_INPUT', 'Expected a message.')
      if (options.notAfter !== undefined && clock !== undefined && clock() > options.notAfter) {
        return { outcome: 'notSent', reason: 'late' }
      }
      carried.push(options)
      return resultOf(carrying, options)
    },
  }
}

function resultOf(carrying: Carrying, { reference }: SendOptions): SendResult {
  switch (carrying) {
    case 'accepts':
      return { outcome: 'accepted', messageId: `wamid.${reference}` }
    case 'loses':
      return { outcome: 'unknown', reason: 'connection' }
    case 'isUnreachable':
      return { outcome: 'notSent', reason: 'unreachable' }
    case 'hasNoTurn':
    case 'throws':
      return { outcome: 'notSent', reason: 'limit' }
    default:
      return { outcome: 'refused', code: codes[carrying], act: carrying }
  }
}

const codes = {
  useTemplate: '131047',
  waitADay: '131049',
  suppressMarketing: '131050',
  giveUp: '131026',
} as const
