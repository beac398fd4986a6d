import { styleFor } from '../output/style.ts'

/** Columns that the demo keeps to. */
export const width = 92

const { bold, cyan, dim } = styleFor(process.stdout)

/** A section's heading: what it is, and what an Indonesian shop calls it. */
export function heading(title: string, indonesian: string): string {
  const plain = `${title} · ${indonesian}`
  return `${bold(cyan(title))} ${dim('·')} ${cyan(indonesian)}\n${dim('─'.repeat(plain.length))}`
}

/** Words in lines of at most the page's width. */
export function paragraph(text: string, indent = 0): string {
  return wrapped(text.split(' '), ' ', indent)
}

/** JSON in lines, broken behind commas. */
export function json(value: unknown, indent: number): string {
  return dim(wrapped(JSON.stringify(value).split(/(?<=,)/), '', indent))
}

export function quiet(text: string): string {
  return dim(text)
}

export function strong(text: string): string {
  return bold(text)
}

export function indented(text: string, indent = 2): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(indent))
}

function wrapped(parts: readonly string[], between: string, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    const longer = line === '' ? part : line + between + part
    if (line !== '' && longer.length > width - indent) {
      lines.push(line)
      line = part
    } else line = longer
  }
  return indented([...lines, line].join('\n'), indent)
}
