import { foldGaps, foldShapes, foldTargets } from './fold-table.ts'

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
  return pages
}

function setCodePoint(pages: (string | undefined)[][], code: number, folded: string): void {
  const page = pages[code >>> 8] ?? new Array<string | undefined>(256).fill(undefined)
  page[code & 0xff] = folded
  pages[code >>> 8] = page
}

function cells(column: string): string[] {
  return column.replaceAll('\n', '').split(' ')
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
