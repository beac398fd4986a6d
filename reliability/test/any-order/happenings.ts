import fc from 'fast-check'
import { now } from '../../src/shop.ts'

/** Somebody whose events say the same of who it is, but for what WhatsApp may leave out, and for moves. */
interface Somebody {
  readonly number: string
  /** Undefined for those of before there were user ids. */
  readonly userId: string | undefined
  /** Who has another number or user id since the {@link move}. */
  readonly moves: 'number' | 'userId' | undefined
}

const day = 86_400_000

/** How long ago some changed their numbers or user ids, in seconds: halfway. */
const move = (1.5 * day) / 1000

function somebody(i: number, isMoved: boolean): Somebody {
  const moves = i % 4 === 1 ? 'number' : i % 4 === 2 ? 'userId' : undefined
  const later = isMoved && moves !== undefined ? 1 : 0
  const userId = `ID.${i}${later === 1 ? '.new' : ''}`
  return {
    number: `62812000${1000 + i + (moves === 'number' ? 100 * later : 0)}`,
    userId: i % 3 === 0 ? undefined : userId,
    moves: i % 3 === 0 && moves === 'userId' ? undefined : moves,
  }
}

const kinds = [
  'text',
  'order',
  'reaction',
  'echo',
  'call',
  'history',
  'preference',
  'status',
] as const

/** What a person did, or the shop with a person, in the three days before now. */
const happening = fc.record({
  who: fc.nat({ max: 7 }),
  kind: fc.constantFrom(...kinds),
  secondsAgo: fc.nat({ max: (3 * day) / 1000 }),
  hidesNumber: fc.boolean(),
  number: fc.constantFrom('1', '2'),
  /** The name of the profile then, of which people have several. */
  name: fc.constantFrom('Sari', 'Sari Dewi', '🌸', 'Ibu Sari'),
  /** The advertisement that was pressed. */
  ad: fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 3 }),
  isStop: fc.boolean(),
  status: fc.constantFrom('sent', 'delivered', 'read', 'failed', 'played'),
  /** The message that a status is of: some are told of by an echo, others never. */
  about: fc.nat({ max: 20 }),
})

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

/** Webhooks of an event each, of a few people, in the order in which they happened. */
export interface Happened {
  /** Those that may come in any order. */
  readonly first: readonly object[]
  /** Those by a number or user id that is told of in the first, and has to be known by then. */
  readonly second: readonly object[]
}

export function happenings(count: number): fc.Arbitrary<Happened> {
  return fc.array(happening, { minLength: count, maxLength: count }).map((drawn) => {
    const ordered = [...drawn].sort((a, b) => b.secondsAgo - a.secondsAgo)
    const webhooks = ordered.map((each, i) => ({
      webhook: webhookOf(each, i),
      isSecond: isMoved(each) && somebody(each.who, true).moves !== undefined,
      isBefore: !isMoved(each),
    }))
    const of = (isIn: (each: (typeof webhooks)[number]) => boolean): readonly object[] =>
      webhooks.filter(isIn).map(({ webhook }) => webhook)
    const movers = new Set(drawn.map(({ who }) => who))
    return {
      first: [
        ...of(({ isBefore }) => isBefore),
        ...[...movers].flatMap(moveOf),
        ...of(({ isBefore, isSecond }) => !isBefore && !isSecond),
      ],
      second: of(({ isSecond }) => isSecond),
    }
  })
}

function isMoved({ secondsAgo }: Happening): boolean {
  return secondsAgo < move
}

/** What tells that somebody has another number or user id. */
function moveOf(who: number): readonly object[] {
  const [before, after] = [somebody(who, false), somebody(who, true)]
  const timestamp = String(now / 1000 - move)
  const metadata = { phone_number_id: '1', display_phone_number: '62851' }
  const { number: from, userId: previous } = before
  if (before.moves === 'userId') {
    const user_id = { previous, current: after.userId }
    const update = { wa_id: from, user_id, timestamp }
    return [envelope('user_id_update', { metadata, user_id_update: [update] })]
  }
  if (before.moves !== 'number') return []
  const system = { type: 'user_changed_number', wa_id: after.number, user_id: after.userId }
  const message = { id: `wamid.move.${who}`, from, from_user_id: previous, timestamp }
  return [envelope('messages', { metadata, messages: [{ ...message, type: 'system', system }] })]
}

function webhookOf(drawn: Happening, i: number): object {
  const { kind, secondsAgo, number, isStop } = drawn
  const person = somebody(drawn.who, isMoved(drawn))
  const { userId } = person
  const { name, ad } = drawn
  const isHidden = drawn.hidesNumber && userId !== undefined
  const wa_id = isHidden ? undefined : person.number
  const at = { timestamp: String(now / 1000 - secondsAgo) }
  const metadata = { phone_number_id: number, display_phone_number: `6285${number}` }
  const contacts = [{ profile: { name }, wa_id, user_id: userId }]
  const from = { from: wa_id, from_user_id: userId }
  const to = { from: `6285${number}`, to: wa_id, to_user_id: userId }
  const id = `wamid.${i}`
  const said = { id, type: 'text', text: { body: 'Halo' }, ...at }
  switch (kind) {
    case 'text': {
      const referral =
        ad === undefined
          ? undefined
          : { source_type: 'ad', source_id: `ad-${ad}`, ctwa_clid: `c-${i}` }
      return envelope('messages', {
        metadata,
        contacts,
        messages: [{ ...said, ...from, referral }],
      })
    }
    case 'order': {
      const item = { product_retailer_id: 'KOPI-250', quantity: 1 + (i % 3), currency: 'IDR' }
      const order = { product_items: [{ ...item, item_price: i % 5 === 0 ? 0 : 55_000 }] }
      const messages = [{ id, type: 'order', order, ...at, ...from }]
      return envelope('messages', { metadata, contacts, messages })
    }
    case 'reaction': {
      const reaction = { message_id: 'wamid.0', emoji: '👍' }
      const messages = [{ id, type: 'reaction', reaction, ...at, ...from }]
      return envelope('messages', { metadata, contacts, messages })
    }
    case 'echo': {
      const message_echoes = [{ ...said, ...to, id: `wamid.out.${i}` }]
      return envelope('smb_message_echoes', { metadata, message_echoes })
    }
    case 'call': {
      const calls = [{ id, event: 'connect', direction: 'USER_INITIATED', ...at, ...from }]
      return envelope('calls', { metadata, calls })
    }
    case 'history': {
      const thread = { id: wa_id, context: { user_id: userId }, messages: [{ ...said, ...from }] }
      return envelope('history', { metadata, history: [{ threads: [thread] }] })
    }
    case 'preference': {
      const value = isStop ? 'stop' : 'resume'
      const preference = { wa_id, user_id: userId, category: 'marketing_messages', value, ...at }
      return envelope('user_preferences', { metadata, user_preferences: [preference] })
    }
    case 'status': {
      const recipient = { recipient_id: wa_id, recipient_user_id: userId }
      const status = {
        id: `wamid.out.${drawn.about * 7}`,
        status: drawn.status,
        ...recipient,
        ...at,
      }
      return envelope('messages', { metadata, statuses: [status] })
    }
  }
}

/** An envelope with one change, as WhatsApp sends it. */
function envelope(field: string, value: object): object {
  const change = { field, value: { messaging_product: 'whatsapp', ...value } }
  return { object: 'whatsapp_business_account', entry: [{ id: '900', changes: [change] }] }
}
