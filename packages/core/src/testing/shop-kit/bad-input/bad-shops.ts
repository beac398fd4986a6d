import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../domain/error/codes.ts'
import { openShop } from '../../../shop/open-shop.ts'
import { type OpenStorage, openStorage } from '../world/open.ts'
import { expectRefused } from './expect-refused.ts'
import { absent, nothing, type Wrong, wrongTexts } from './wrong-values.ts'

const right = { id: 'kopi-senja', currency: 'IDR', timeZone: 'Asia/Jakarta' }

interface WrongShop {
  readonly field: string
  readonly code: ErrorCode
  readonly wrong: readonly Wrong[]
}

const noText: readonly Wrong[] = [nothing, ['empty text', '']]

const shops: readonly WrongShop[] = [
  {
    field: 'id',
    code: 'SHOP_ID_REQUIRED',
    wrong: [
      nothing,
      absent,
      ['empty text', ''],
      ['blank text', ' \t'],
      ['a number', 1],
      ['a list', ['a']],
    ],
  },
  {
    field: 'id',
    code: 'INVALID_INPUT',
    wrong: [
      ['a NUL', 'a\0'],
      ['a lone surrogate', '\ud800'],
      ['a long text', 'x'.repeat(201)],
    ],
  },
  {
    field: 'currency',
    code: 'CURRENCY_UNKNOWN',
    wrong: [
      ['small letters', 'idr'],
      ['no currency', 'XXX'],
    ],
  },
  {
    field: 'timeZone',
    code: 'TIME_ZONE_UNKNOWN',
    wrong: [
      ['no zone', 'Asia/Bandung'],
      ['an offset', '+07:00'],
    ],
  },
  { field: 'currency', code: 'INVALID_INPUT', wrong: [...noText, ['a number', 360]] },
  { field: 'timeZone', code: 'INVALID_INPUT', wrong: [...noText, ['a number', 7]] },
  { field: 'actor', code: 'INVALID_INPUT', wrong: wrongTexts(200) },
  { field: 'storage', code: 'INVALID_INPUT', wrong: [nothing, absent, ['a text', 'shop.db']] },
  { field: 'clock', code: 'INVALID_INPUT', wrong: [nothing, ['a date', new Date(0)]] },
  { field: 'randomBytes', code: 'INVALID_INPUT', wrong: [nothing, ['bytes', new Uint8Array(4)]] },
  { field: 'filename', code: 'INVALID_INPUT', wrong: [['an unknown option', 'shop.db']] },
]

export function badShops(open: OpenStorage): void {
  describe('bad input: shops', () => {
    test.each(shops)('bad input: $field of openShop, $code', async ({ field, code, wrong }) => {
      const storage = await openStorage(open)
      for (const [what, value] of wrong) {
        const options = { ...right, storage, [field]: value }
        await expectRefused(Reflect.apply(openShop, undefined, [options]), { code, field }, what)
      }
      expect(await storage.shopIds()).toEqual([])
    })

    test('bad input: a new shop without currency or time zone', async () => {
      const storage = await openStorage(open)
      for (const missing of ['currency', 'timeZone']) {
        const options = { ...right, storage, [missing]: undefined }
        await expectRefused(openShop(options), { code: 'SHOP_NOT_FOUND', field: 'id' }, missing)
      }
      expect(await storage.shopIds()).toEqual([])
    })

    test('a shop opens under every name of its time zone, and keeps the one it was made with', async () => {
      const storage = await openStorage(open)
      for (const [timeZone, other] of [
        ['UTC', 'Etc/UTC'],
        ['Etc/GMT', 'UTC'],
        ['Asia/Calcutta', 'Asia/Kolkata'],
        ['Asia/Ho_Chi_Minh', 'Asia/Saigon'],
      ] as const) {
        await openShop({ ...right, id: timeZone, timeZone, storage })
        const again = await openShop({ ...right, id: timeZone, timeZone: other, storage })
        expect(again.timeZone).toBe(timeZone)
      }
    })

    test('bad input: a shop opened with another currency or time zone', async () => {
      const storage = await openStorage(open)
      await openShop({ ...right, storage })
      for (const [field, value] of [
        ['currency', 'USD'],
        ['timeZone', 'Asia/Makassar'],
      ] as const) {
        const options = { ...right, storage, [field]: value }
        await expectRefused(openShop(options), { code: 'SHOP_CONFIG_MISMATCH', field }, field)
      }
      const again = await openShop({ id: right.id, storage })
      expect(again).toMatchObject({ ...right, scale: 0 })
    })
  })
}
