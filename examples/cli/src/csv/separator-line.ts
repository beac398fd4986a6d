/** A text without the line by which Excel says what separates cells, and that sign. */
export interface Separated {
  /** Undefined where there is no such line. */
  readonly delimiter: string | undefined
  /** A semicolon, where the header shows that it stands between cells. */
  readonly shown: ';' | undefined
  /** Lines of the file before the header. */
  readonly linesBefore: 0 | 1
  readonly texts: AsyncIterable<string>
}

const separatorLine = /^"?sep=([^\r\n])"?[^\S\r\n]*(?:\r\n|\n|\r|$)/i

/** Takes the line `sep=;` off the beginning of a file. */
export async function withoutSeparatorLine(texts: AsyncIterable<string>): Promise<Separated> {
  const rest = texts[Symbol.asyncIterator]()
  const first = await rest.next()
  const text = first.done === true ? '' : first.value
  const [line = '', delimiter] = separatorLine.exec(text) ?? []
  async function* all(): AsyncGenerator<string> {
    try {
      yield text.slice(line.length)
      for (let next = await rest.next(); next.done !== true; next = await rest.next())
        yield next.value
    } finally {
      await rest.return?.()
    }
  }
  const shown = semicolonIn(text.slice(line.length))
  return { delimiter, shown, linesBefore: line === '' ? 0 : 1, texts: all() }
}

/** Spreadsheets of many countries write semicolons, for their numbers have commas. */
function semicolonIn(text: string): ';' | undefined {
  const [header = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  return !header.includes(',') && header.split(';').length > 2 ? ';' : undefined
}
