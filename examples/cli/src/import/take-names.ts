import type { Shop } from '@langganan/core'
import type { Staging } from './staging.ts'

/** Names customers who so far bear their number or phone instead, where the file has a name for them. */
export async function takeNames({ customers }: Shop, staging: Staging): Promise<void> {
  let after: string | null = null
  do {
    const page = await customers.list({ limit: 1_000, ...(after === null ? {} : { after }) })
    for (const { id, name, external, phones } of page.rows) {
      if (!external.includes(name) && !phones.includes(name)) continue
      const said = [
        ...external.map((number) => staging.nameOf(number, null)),
        ...phones.map((phone) => staging.nameOf(null, phone)),
      ].find((each) => each !== undefined && each !== name)
      if (said !== undefined) await customers.edit(id, { name: said })
    }
    after = page.next
  } while (after !== null)
}
