import type { ListCustomersInput, Shop } from '@langganan/core'
import type { PersonInput, Script } from '@langganan/whatsapp/sandbox'
import type { Play } from './play.ts'

/** Somebody whom the shop knows. */
interface Known {
  readonly name: string
  readonly phone: string
}

const openings = [
  'Halo, masih ada kopi Gayo?',
  'Pesanan saya sudah dikirim?',
  'Bisa kirim hari ini?',
  'Terima kasih, kopinya enak!',
]

const ayu: Known = { name: 'Ayu Lestari', phone: '+6281290001111' }
const rio: Known = { name: 'Rio', phone: '+6281290002222' }

/** Answers whatever comes, after a while. */
const friendly: Script = ({ type }) => [
  {
    act: 'write',
    text: type === 'template' ? 'Boleh, kirim ya!' : 'Siap, terima kasih!',
    after: 4_000,
  },
]

/**
 * Puts people into the play: customers whom the shop knows, of whom all but one write at once, and two
 * who are new. The one who is silent has a closed window.
 */
export async function invite(shop: Shop, play: Play): Promise<void> {
  const talking = await knownTo(shop, [ayu, rio], openings.length, { sort: 'lastActivity' })
  const silent = await knownTo(shop, [ayu, rio, ...talking], 1, {
    where: 'not window is open',
    sort: 'totalSpent',
  })
  for (const [i, known] of talking.entries()) {
    const script = i === 0 ? friendly : undefined
    await play.phones.add({ ...asBefore(known), script }).person.writes(openings[i] ?? '')
  }
  await play.phones.add(asBefore(ayu)).person.does({
    act: 'write',
    text: 'Kak, saya lihat iklannya. Ongkir ke Malang berapa?',
    referral: { sourceType: 'ad', sourceId: 'kopi-baru', headline: 'Kopi baru', clickId: 'play-1' },
  })
  await play.phones
    .add({ ...asBefore(rio), hidesPhone: true })
    .person.writes('Tes, ini nomor kopi?')
  for (const known of silent) play.phones.add(asBefore(known))
  await play.pass(1_000)
}

/** The same person as in the play before, of whom the shop may know nothing but the user id. */
function asBefore({ name, phone }: Known): PersonInput {
  return { name, phone, userId: `ID.${phone.slice(1)}` }
}

/** Customers of the shop with a phone, by which the sandbox knows them too. */
async function knownTo(
  shop: Shop,
  others: readonly Known[],
  count: number,
  list: Pick<ListCustomersInput, 'where' | 'sort'>,
): Promise<readonly Known[]> {
  const { rows } = await shop.customers.list({ ...list, limit: 50 })
  const taken = new Set(others.map(({ phone }) => phone))
  return rows
    .flatMap(({ name, phone }) => (phone === null || taken.has(phone) ? [] : [{ name, phone }]))
    .slice(0, count)
}
