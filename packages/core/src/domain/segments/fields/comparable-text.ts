import { phoneInLink } from '../../phone/phone-link.ts'
import { fold, foldCodePoints } from '../../text/fold.ts'
import type { Reads } from './field.ts'

/**
 * A text of a predicate in the form that the field's values are compared in.
 *
 * @param as a whole value, or a part of one, whose outer spaces count.
 */
export function comparableText(reads: Reads, text: string, as: 'whole' | 'part'): string {
  if (reads.from === 'identity' && reads.kind === 'phone')
    return (phoneInLink(text) ?? text).replace(/[^\d+]/g, '')
  if (reads.from === 'identity' && reads.kind === 'whatsapp')
    return (phoneInLink(text) ?? text).replace(/\D/g, '')
  if (reads.from === 'column' || reads.from === 'score') return text
  return as === 'whole' ? fold(text) : foldCodePoints(text)
}
