import { describe, expect, test } from 'vitest'
import { Columns } from '../../src/import/columns.ts'

const names = {
  order: 'InvoiceNo',
  product: 'StockCode',
  quantity: 'Quantity',
  date: 'InvoiceDate',
  customer: 'CustomerID',
}
const header = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'CustomerID']

const refused = (message: string | RegExp) => ({
  throws: (header: readonly string[], change: object = {}) =>
    expect(() => new Columns(header, { ...names, ...change })).toThrow(
      expect.objectContaining({
        code: 'COLUMN_NOT_FOUND',
        message: expect.stringMatching(message),
      }),
    ),
})

describe('columns by their names', () => {
  test('are found wherever they stand', () => {
    const columns = new Columns([...header].reverse(), names)
    expect(columns.text(['17850', '2010-12-01', '6', ' 85123A ', '536365'], 'product')).toBe(
      '85123A',
    )
    expect(columns.text(['17850'], 'city')).toBe('')
    expect(columns.has('city')).toBe(false)
  })

  test('one that is not there is told with those that are, and the nearest', () => {
    refused('no column "Invoice" for --order').throws(header, { order: 'Invoice' })
    refused('Did you mean "InvoiceNo"\\?').throws(header, { order: 'InvoiceNr' })
    refused('"Invoice" for --order\\. Did you mean "InvoiceNo"\\? It has:').throws(header, {
      order: 'Invoice',
    })
    refused('It has: "InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "CustomerID"\\.').throws(
      header,
      { order: 'x' },
    )
  })

  test('one that is there twice is refused', () => {
    refused('two columns "InvoiceNo"').throws([...header, 'InvoiceNo'])
  })

  test('those that no option names are told', () => {
    const columns = new Columns([...header, 'Status'], names)
    expect(columns.unnamed).toEqual(['Status'])
  })

  test('another delimiter is guessed', () => {
    refused('try --delimiter ";"').throws([header.join(';')])
    refused('try --delimiter tab').throws([header.join('\t')])
  })

  test('a first row of data is not repeated', () => {
    refused('looks like data').throws(['536365', 'sari@example.com', '0812-3456-7890'])
    refused('^(?!.*(sari|0812|536365))').throws(['536365', 'sari@example.com', '0812-3456-7890'])
  })
})
