import { identityOf, type ToldOfLabels } from '@langganan/core'
import type { SimulatedEvent } from '@langganan/core/simulator'

/** The labels of the shop's phone, with their colours in WhatsApp's palette. */
const colours = {
  'Pelanggan baru': '1',
  'Menunggu pembayaran': '6',
  Komplain: '13',
  'Grade A': '15',
  'Grade B': '5',
  'Grade C': '4',
}

/** What a bridge to the shop's phone would tell of simulated labels: first their colours. */
export function* labelsTold(events: Iterable<SimulatedEvent>): Generator<ToldOfLabels> {
  for (const [name, colour] of Object.entries(colours)) {
    yield { told: 'label', label: name, name, colour }
  }
  for (const event of events) {
    const [phone] = [event.who.phone ?? []].flat()
    if (event.kind !== 'label' || phone === undefined) continue
    const { label, change, by } = event.input
    const whatsapp = identityOf('phone', phone).value.slice(1)
    yield { told: 'chat', label, labelName: label, chat: { whatsapp }, change, by, at: event.at }
  }
}
