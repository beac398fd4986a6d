/** What a word says of an order. */
export type OrderState = (typeof orderStates)[number]

export const orderStates = ['paid', 'unpaid', 'cancelled'] as const

/** Words of Indonesian and English that tills and marketplaces write, in small letters. */
export const stateWords: Readonly<Record<OrderState, readonly string[]>> = {
  paid: [
    'all',
    'yes',
    'y',
    'true',
    'paid',
    'completed',
    'ya',
    'lunas',
    'sudah',
    'sudah lunas',
    'sudah bayar',
    'sudah dibayar',
    'dibayar',
    'terbayar',
    'selesai',
  ],
  unpaid: [
    'no',
    'n',
    'none',
    'false',
    'unpaid',
    'awaiting payment',
    'pending payment',
    'cod',
    'tidak',
    'belum',
    'belum lunas',
    'belum bayar',
    'belum dibayar',
    'menunggu pembayaran',
    'tempo',
    'hutang',
    'utang',
    'kasbon',
  ],
  cancelled: ['cancelled', 'canceled', 'void', 'voided', 'batal', 'dibatalkan'],
}

const known: ReadonlyMap<string, OrderState> = new Map(
  orderStates.flatMap((state) =>
    stateWords[state].map((word): [string, OrderState] => [word, state]),
  ),
)

/** What a word says in any shop; undefined for one that may mean anything. */
export function stateOf(word: string): OrderState | undefined {
  return known.get(word)
}
