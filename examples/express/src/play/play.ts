import { randomBytes } from 'node:crypto'
import type { Clock } from '@langganan/core'
import { type WhatsAppChannel, whatsappChannel } from '@langganan/whatsapp/outbound'
import { type Sandbox, sandbox } from '@langganan/whatsapp/sandbox'
import { newsTemplate } from './news.ts'
import { Phones } from './phones.ts'

/** The other side: a WhatsApp with people on it, and a time that can be moved on. */
export interface Play {
  readonly clock: Clock
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly channel: WhatsAppChannel
  readonly phones: Phones
  /** Delivers webhooks there from now on. */
  connect(url: string): void
  /** Lets so much time pass, with all that is due in it. */
  pass(milliseconds: number): Promise<void>
  /** Lets as much time pass as has passed on the real clock since. */
  keepPace(): Promise<void>
  /** Waits until time stands still. */
  settled(): Promise<void>
}

export interface PlayOptions {
  /** When time begins. */
  readonly start: Date
  /** The real clock, which time keeps pace with. */
  readonly realClock: Clock
}

const phoneNumberId = '106540352242922'
const verifyToken = 'play'

export function openPlay({ start, realClock }: PlayOptions): Play {
  // Of each run its own, so that nothing that was signed in another counts, and no id comes twice.
  const appSecret = randomBytes(24).toString('hex')
  const accessToken = randomBytes(24).toString('hex')
  const whatsapp = sandbox({
    appSecret,
    accessToken,
    verifyToken,
    seed: randomBytes(4).readUInt32LE(),
    start,
    numbers: [{ id: phoneNumberId, phone: '+6281100000001', name: 'Kopi Senja' }],
    templates: [newsTemplate],
  })
  const { clock, timers } = whatsapp
  return {
    clock,
    phoneNumberId,
    appSecret,
    verifyToken,
    channel: whatsappChannel({ phoneNumberId, accessToken, fetch: whatsapp.fetch, clock, timers }),
    phones: new Phones(whatsapp),
    connect: (url) => whatsapp.connect(url),
    ...pacing(whatsapp, realClock),
  }
}

/** Time is moved on by one at a time, in the order that it was asked for. */
function pacing(whatsapp: Sandbox, realClock: Clock): Pick<Play, 'pass' | 'keepPace' | 'settled'> {
  let turn: Promise<void> = Promise.resolve()
  let seen = realClock()

  function inTurn(milliseconds: () => number): Promise<void> {
    const work = turn.then(() => whatsapp.advance(milliseconds()))
    turn = work.catch(() => undefined)
    return work
  }

  return {
    settled: () => turn,
    pass: (milliseconds) => inTurn(() => milliseconds),
    keepPace: () =>
      inTurn(() => {
        const now = realClock()
        const passed = Math.max(0, now - seen)
        seen = now
        return passed
      }),
  }
}
