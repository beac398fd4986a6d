/** What people write beside a number to say what it is for. */
const label = String.raw`(?:no(?:mor)?\.?\s*)?(?:wa|whatsapp|hp|telp|tlp|telepon|tel|phone|mobile)\.?`
const before = new RegExp(String.raw`^\s*'?\s*(?:${label}\s*[:=]?\s*(?=[+(\d]))?`, 'i')
const behind = new RegExp(String.raw`(?<=\d)\s*(?:\(\s*${label}\s*\)|\b${label})\s*$`, 'i')

/** A number between slashes: a short beginning, then groups. `021-5551234/5` means two numbers. */
const slashed = /^\s*\+?\d{2,4}(?:\/\d{3,4}){1,3}\s*$|^\s*0\d{2,3}\/\d{5,8}\s*$/

/**
 * A number without what people and spreadsheets write around it: `WA: 0812…`, `0812… (WA)`,
 * `'0812…`, `0812/3450/0006`.
 */
export function withoutNote(text: string): string {
  const number = text.replace(before, '').replace(behind, '')
  return slashed.test(number) ? number.replaceAll('/', '-') : number
}

const between = /[/,;&|\n\r]+|\s(?:dan|atau|and|or)\s|\s+(?=\+|0\d)/i
const fewestDigits = 7

/** Whether a text looks like several numbers, of which nobody can say which is meant. */
export function holdsSeveralPhones(text: string): boolean {
  const digits = text.split(between).map((part) => part.replace(/\D/g, '').length)
  return digits.filter((count) => count >= fewestDigits).length > 1
}
