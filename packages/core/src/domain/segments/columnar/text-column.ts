import { compareCodePoints } from '../../text/code-point-order.ts'
import type { CustomerView } from '../customer-view.ts'
import type { TextColumn } from './column.ts'

export function textColumn(
  views: readonly CustomerView[],
  read: (view: CustomerView) => string | null,
): TextColumn {
  const given = views.map(read)
  const texts = inCodePointOrder([...new Set(given)].filter((text) => text !== null))
  const codeOf = new Map<string | null, number>(texts.map((text, i) => [text, i + 1]))
  return { holds: 'texts', codes: Uint32Array.from(given, (text) => codeOf.get(text) ?? 0), texts }
}

// The platform's own order, which is much faster, is the same below the surrogates.
function inCodePointOrder(texts: string[]): string[] {
  return texts.some((text) => /[\ud800-\uffff]/.test(text))
    ? texts.sort(compareCodePoints)
    : texts.sort()
}
