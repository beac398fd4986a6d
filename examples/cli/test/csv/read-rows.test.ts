import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decoded, type Encoding } from '../../src/csv/decode.ts'
import { readRows } from '../../src/csv/read-rows.ts'
import { openSource } from '../../src/csv/source.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

interface Options {
  readonly name?: string
  readonly encoding?: Encoding
  readonly delimiter?: string
}

/** All rows of a file with this content, the header first, each with its number. */
async function rowsOf(
  content: string | Buffer,
  options: Options = {},
): Promise<(readonly [number, ...string[]])[]> {
  const file = join(temporaryDirectory(), options.name ?? 'file.csv')
  writeFileSync(file, content)
  const rows: (readonly [number, ...string[]])[] = []
  const source = await openSource(file)
  const texts = decoded(
    source.chunks(() => undefined),
    options.encoding,
  )
  await readRows(
    texts,
    { delimiter: options.delimiter ?? ',' },
    {
      header: (columns) => void rows.push([1, ...columns]),
      row: (cells, number) => void rows.push([number, ...cells]),
    },
  )
  return rows
}

const plain = [
  [1, 'Order', 'Customer'],
  [2, 'A-1', 'Sari'],
]

function refusal(code: string, message: string | RegExp) {
  return expect.objectContaining({ code, message: expect.stringMatching(message) })
}

describe('what a CSV file may look like', () => {
  test.each([
    ['line feeds', 'Order,Customer\nA-1,Sari\n'],
    ['no end of line at the end', 'Order,Customer\nA-1,Sari'],
    ['Windows line ends', 'Order,Customer\r\nA-1,Sari\r\n'],
    ['old Mac line ends', 'Order,Customer\rA-1,Sari\r'],
    ['mixed line ends', 'Order,Customer\nA-1,Sari\r\n'],
    ['a byte order mark', '\uFEFFOrder,Customer\nA-1,Sari\n'],
    ['quotes', '"Order","Customer"\n"A-1","Sari"\n'],
    ['blank lines at the end', 'Order,Customer\nA-1,Sari\n\n\n'],
    ['spaces around the names of columns', ' Order ,Customer \nA-1,Sari\n'],
  ])('%s', async (_, content) => {
    expect(await rowsOf(content)).toEqual(plain)
  })

  test('quoted commas, quotes and line ends', async () => {
    const rows = await rowsOf('A,B\n"x, y","say ""hi""\nthere"\n1,2\n')
    expect(rows.slice(1)).toEqual([
      [2, 'x, y', 'say "hi"\nthere'],
      [3, '1', '2'],
    ])
  })

  test('other delimiters', async () => {
    expect(await rowsOf('Order;Customer\nA-1;Sari\n', { delimiter: ';' })).toEqual(plain)
    expect(await rowsOf('Order\tCustomer\nA-1\tSari\n', { delimiter: '\t' })).toEqual(plain)
  })

  test('UTF-16 with a byte order mark', async () => {
    const text = Buffer.from('\uFEFFOrder,Customer\nA-1,Sari\n', 'utf16le')
    expect(await rowsOf(text)).toEqual(plain)
    expect(await rowsOf(Buffer.from(text).swap16())).toEqual(plain)
  })

  test('other encodings where they are named', async () => {
    const text = Buffer.from('Order,Customer\nA-1,Sari\n', 'utf16le')
    expect(await rowsOf(text, { encoding: 'utf-16le' })).toEqual(plain)
    const windows = Buffer.from('A,B\ncaf\xe9,\x80\n', 'latin1')
    expect((await rowsOf(windows, { encoding: 'windows-1252' }))[1]).toEqual([2, 'café', '€'])
  })

  test('gzip, whatever its name', async () => {
    const packed = gzipSync('Order,Customer\nA-1,Sari\n')
    expect(await rowsOf(packed, { name: 'file.csv.gz' })).toEqual(plain)
    expect(await rowsOf(packed, { name: 'file.csv' })).toEqual(plain)
  })

  test('letters that lie across two reads', async () => {
    const rows = await rowsOf(`A,B\n${'é☕,😀\n'.repeat(60_000)}`)
    expect(rows).toHaveLength(60_001)
    expect(new Set(rows.slice(1).map(([, ...cells]) => cells.join(' ')))).toEqual(
      new Set(['é☕ 😀']),
    )
  })
})

describe('hostile CSV is refused with its place', () => {
  const head = 'Order,Customer\nA-1,Sari\n'
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    Buffer.alloc(9_000, 7),
  ])

  test.each<[string, string | Buffer, Options, string, string]>([
    ['an empty file', '', {}, 'FILE_NOT_CSV', 'empty'],
    ['nothing but a byte order mark', '\uFEFF', {}, 'FILE_NOT_CSV', 'no rows'],
    [
      'an unclosed quote',
      `${head}A-2,"Dewi\nA-3,Rina\n`,
      {},
      'FILE_NOT_CSV',
      '^Row 3: A quote is opened',
    ],
    ['a quote inside a cell', `${head}A-2,De"wi\n`, {}, 'FILE_NOT_CSV', '^Row 3: A quote stands'],
    [
      'text behind a closing quote',
      `${head}A-2,"De"wi\n`,
      {},
      'FILE_NOT_CSV',
      '^Row 3: A closing quote',
    ],
    [
      'an endless cell',
      `${head}A-2,"${'x'.repeat(3_000_000)}`,
      {},
      'FILE_NOT_CSV',
      '^Row 3: The row has more than',
    ],
    ['an endless row', `${head}${'x,'.repeat(1_000_000)}`, {}, 'FILE_NOT_CSV', '^Row 3: '],
    ['a million columns', ','.repeat(1_000_000), {}, 'FILE_NOT_CSV', '^Row 1: '],
    ['a cell too few', `${head}A-2\n`, {}, 'FILE_NOT_CSV', '^Row 3: Expected 2 cells'],
    ['a cell too many', `${head}A-2,Dewi,x\n`, {}, 'FILE_NOT_CSV', '^Row 3: .*found 3'],
    ['NUL', `${head}A-2,De\0wi\n`, {}, 'INVALID_INPUT', '^Row 3, column Customer: .*NUL'],
    [
      'Windows-1252',
      Buffer.from(`${head}A-2,Ren\xe9\n`, 'latin1'),
      {},
      'INVALID_INPUT',
      '^Row 3, column Customer: .*windows-1252',
    ],
    ['UTF-16 without a mark', Buffer.from(head, 'utf16le'), {}, 'FILE_NOT_CSV', 'utf-16le'],
    [
      'lone surrogates',
      Buffer.from(`\uFEFF${head}A-2,\ud800x\n`, 'utf16le'),
      {},
      'INVALID_INPUT',
      '^Row 3, column Customer',
    ],
    ['an image', png, {}, 'FILE_NOT_CSV', 'bytes that no text has'],
    [
      'a packed image',
      gzipSync(png),
      { name: 'image.gz' },
      'FILE_NOT_CSV',
      'bytes that no text has',
    ],
    [
      'a spreadsheet',
      Buffer.from('PK\x03\x04\0\0\0\0\x08\x08', 'latin1'),
      {},
      'FILE_NOT_CSV',
      'save the sheet as CSV',
    ],
    ['a .gz that is none', head, { name: 'file.csv.gz' }, 'FILE_UNREADABLE', 'not gzip'],
    [
      'a .gz cut off',
      gzipSync(head.repeat(5_000)).subarray(0, 60),
      { name: 'file.csv.gz' },
      'FILE_UNREADABLE',
      'cut off',
    ],
  ])('%s', async (_, content, options, code, message) => {
    await expect(rowsOf(content, options)).rejects.toThrow(refusal(code, message))
  })

  test('a file that is not there, and one that is none', async () => {
    await expect(openSource('/no/such/file.csv')).rejects.toThrow(
      refusal('FILE_NOT_FOUND', 'no file'),
    )
    await expect(openSource(temporaryDirectory())).rejects.toThrow(refusal('FILE_UNREADABLE', ''))
  })

  test('no message repeats what the file says', async () => {
    const content = `${head}0812-3456-7890,"Dewi\n`
    const error = await rowsOf(content).catch((each: unknown) => each)
    expect(String(error)).not.toMatch(/Dewi|0812/)
  })
})
