import type { ParsedPhone } from './parsed-phone.ts'

/** What people put between the digits. Whatever else a text holds, a phone library reads. */
const separators = /[ ().[\]-]+/g
const spelled = /^(?:\+62|62|0062)?0?(8[1-35-9]\d{7,10})$/
const longestText = 64

/**
 * An Indonesian mobile number in one of its usual spellings, `0812-3456-7890` or `+62 812 …`, without
 * asking a phone library; undefined where that has to be asked, which says nothing about the number.
 *
 * The numbering plan: 8, one of 1 to 3 and 5 to 9, and seven to ten digits more.
 */
export function indonesianMobile(text: string): ParsedPhone | undefined {
  if (text.length > longestText) return undefined
  const [, national] = spelled.exec(text.replace(separators, '')) ?? []
  if (national === undefined) return undefined
  return { e164: `+62${national}`, country: 'ID', type: 'mobile' }
}
