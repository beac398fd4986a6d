import { foldCanonical, foldGaps, foldShapes, foldTargets } from './fold-table.ts'

/** The fold's table by page of 256 code points; what is missing folds to itself. */
export function decodeFoldTable(): (string | undefined)[][] {
  const pages: (string | undefined)[][] = []
  const gaps = cells(foldGaps)
  const shapes = cells(foldShapes)
  let next = 0
  for (const [index, target] of cells(foldTargets).entries()) {
    const shape = shapes[index] || '31'
    const step = Math.floor(Number(shape.charAt(0)) / 3)
    const climb = Number(shape.charAt(0)) % 3
    const count = Number.parseInt(shape.slice(1), 36)
    const start = next + Number.parseInt(gaps[index] || '0', 36)
    const text = decodeTarget(target, start)
    const first = text.codePointAt(0) ?? 0
    for (let i = 0; i < count; i += 1) {
      const folded = climb === 0 ? text : String.fromCodePoint(first + i * climb)
      setCodePoint(pages, start + i * step, folded)
    }
    next = start + (count - 1) * step + 1
  }
  addCanonical(pages)
  return pages
}

/** What follows from the canonical decompositions, which are the same in every engine. */
function addCanonical(pages: (string | undefined)[][]): void {
  const distances = cells(foldCanonical).map((distance) => Number.parseInt(distance, 36))
  let end = 0
  for (let i = 0; i < distances.length; i += 2) {
    const start = end + (distances[i] ?? 0)
    end = start + (distances[i + 1] ?? 0)
    for (let code = start; code <= end; code += 1) addFoldOfParts(pages, code)
  }
}

function addFoldOfParts(pages: (string | undefined)[][], code: number): void {
  const folded = (each: number): string | undefined => pages[each >>> 8]?.[each & 0xff]
  const char = String.fromCodePoint(code)
  const parts = Array.from(char.normalize('NFD'))
  if (folded(code) !== undefined || parts[0] === char) return
  const text = parts.map((part) => folded(part.codePointAt(0) ?? 0) ?? part).join('')
  setCodePoint(pages, code, text)
}

function setCodePoint(pages: (string | undefined)[][], code: number, folded: string): void {
  const page = pages[code >>> 8] ?? new Array<string | undefined>(256).fill(undefined)
  page[code & 0xff] = folded
  pages[code >>> 8] = page
}

function cells(column: string): string[] {
  return column.split(' ')
}

function decodeTarget(target: string, start: number): string {
  if (target === '_') return ' '
  if (target.startsWith('=')) {
    const codes = target.slice(1).split('.')
    return String.fromCodePoint(...codes.map((code) => Number.parseInt(code, 36)))
  }
  const isOffset = /^[+-]./.test(target)
  return isOffset ? String.fromCodePoint(start + Number.parseInt(target, 36)) : target
}
