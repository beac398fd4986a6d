import type { Page } from '@langganan/core'

const wholeId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const endOfId = /^[0-9a-f]{4,12}$/

/** What lists show of an id: its end, for ids of one day begin alike. */
export function shortId({ id }: { readonly id: string }): string {
  return id.slice(-8)
}

/** The id itself, where the text is a whole one. */
export function wholeIdIn(reference: string): string | undefined {
  const wanted = reference.trim().toLowerCase()
  return wholeId.test(wanted) ? wanted : undefined
}

/** All of a list whose ids end so. */
export async function endingWith<R extends { readonly id: string }>(
  reference: string,
  list: (page: { readonly limit: number; readonly after: string | undefined }) => Promise<Page<R>>,
): Promise<readonly R[]> {
  const end = reference.trim().toLowerCase()
  if (!endOfId.test(end)) return []
  const found: R[] = []
  let after: string | undefined
  do {
    const page = await list({ limit: 1_000, after })
    found.push(...page.rows.filter(({ id }) => id.endsWith(end)))
    after = page.next ?? undefined
  } while (after !== undefined)
  return found
}
