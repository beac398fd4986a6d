import { type DemoShop, makeDemoShop } from './demo-shop.ts'
import { paragraph, strong } from './page.ts'
import { prepare } from './prepare.ts'
import { debts } from './sections/debts.ts'
import { labels } from './sections/labels.ts'
import { loyalty } from './sections/loyalty.ts'
import { monitoring } from './sections/monitoring.ts'
import { regulars } from './sections/regulars.ts'
import { segments } from './sections/segments.ts'
import { tags } from './sections/tags.ts'
import { windows } from './sections/windows.ts'
import { count } from './words.ts'

export interface DemoOptions {
  /** Where the database is written; nothing may be there. */
  readonly filename: string
  readonly customers: number
  /** Told how much of the simulated time has passed, from 0 to 1. */
  readonly onProgress: (share: number) => void
  /** Takes the demo's sections one by one. */
  readonly print: (text: string) => void
}

const sections = [monitoring, regulars, tags, labels, segments, loyalty, windows, debts]

/** Simulates a shop, stores it, and shows what the database knows about its customers. */
export async function runDemo({
  filename,
  customers,
  onProgress,
  print,
}: DemoOptions): Promise<void> {
  const demo = await makeDemoShop(filename, customers, onProgress)
  try {
    print(introduction(demo))
    await prepare(demo.shop)
    for (const section of sections) print(await section(demo))
  } finally {
    await demo.shop.close()
  }
}

function introduction({ simulated }: DemoShop): string {
  const { customers, orders, events } = simulated
  return [
    strong('Kopi Senja, a coffee shop in Bandung that sells over WhatsApp'),
    paragraph(
      `${count(customers)} customers and ${count(orders)} orders, ${count(events)} events in all, from 21 May 2025 to noon of 20 November 2026. Everything is made up, people and phone numbers too, and the same every time; write to none of them.`,
    ),
  ].join('\n')
}
