import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FOLD_VERSION, fold, foldCodePoints } from '../../../src/domain/text/fold.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'aAéÉİIıiſßẞæøŁđÅﬁǅςΣ\u0301\u0345Й\u00a0\t ’—１Ａ𝓢') }),
)

describe('fold', () => {
  it.each([
    ['Bandung', 'bandung'],
    ['ÉéËë', 'eeee'],
    ['I İ ı i', 'i i i i'],
    ['Straße STRASSE ẞ', 'strasse strasse ss'],
    ['Æsop œuvre', 'aesop oeuvre'],
    ['Ø ø Ł ł Đ đ Þ', 'o o l l d d th'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ﬁ ﬀ ﬃ', 'fi ff ffi'],
    ['Σίσυφος', 'σισυφοσ'],
    ['ПРИВЕТ Ёж Й', 'привет еж и'],
    ['Արմեն և', 'արմեն եւ'],
    ['𝓢𝓻𝓲 🅢🅡🅘 Ⓢⓡⓘ', 'sri sri sri'],
    ['Phạm Thị Đường', 'pham thi duong'],
    ['Ma’ruf Ma‘ruf Maʼruf', "ma'ruf ma'ruf ma'ruf"],
    ['“a” – b — c', '"a" - b - c'],
    ['\u00a0 a\u3000b\tc\r\n', 'a b\u0020c'],
    ['a  b', 'a  b'],
    ['\u202a\ufeffa\u200d\u00adb\u202c', 'ab'],
    ['❤️ 👩‍🍳', '❤ 👩🍳'],
    ['ﾊﾞ バ', 'ハ\u3099 ハ\u3099'],
    ['हिन्दी 한국어 漢字', 'हिन्दी 한국어 漢字'],
    ['أَحْمَد', 'احمد'],
    ['%_\\', '%_\\'],
    ['', ''],
    ['ㅤ', ''],
  ])('of %j is %j', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps concatenation before it trims', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(foldCodePoints(a + b)).toBe(foldCodePoints(a) + foldCodePoints(b))
        expect(fold(a)).toBe(foldCodePoints(a).trim())
      }),
      { numRuns: 1000 },
    )
  })

  it('does not tell composed from decomposed letters, or cases, apart', () => {
    const letter = fc.constantFrom(...'aAeEiIoOuUnNcCszzgSаиеΑΕωאحक')
    const mark = fc.constantFrom(...'\u0300\u0301\u0302\u0303\u0308\u0323\u0327\u031b')
    const text = fc.array(fc.tuple(letter, fc.string({ unit: mark, maxLength: 2 })))
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.flat().join('')
        expect(fold(written.normalize('NFC'))).toBe(fold(written))
        expect(fold(written.normalize('NFD'))).toBe(fold(written))
        expect(fold(written.toUpperCase())).toBe(fold(written))
      }),
    )
  })

  it('leaves lone surrogates as they are', () => {
    expect(fold('\ud800É')).toBe('\ud800e')
    expect(fold('É\udc00')).toBe('e\udc00')
  })
})

describe('the table', () => {
  // A changed table needs a new FOLD_VERSION and new folds in every database.
  it('of version 1 is frozen', () => {
    expect(FOLD_VERSION).toBe(1)
    let hash = 0x811c9dc5
    let changed = 0
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const char = String.fromCodePoint(code)
      const folded = foldCodePoints(char)
      if (folded === char) continue
      changed += 1
      for (const unit of `${char}${folded}\0`.split('')) {
        hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0
      }
      if (foldCodePoints(folded) !== folded) expect.unreachable(`U+${code.toString(16)}`)
    }
    expect({ changed, hash: hash.toString(16) }).toEqual({ changed: 8762, hash: '6e08265' })
  })

  it('makes no text longer than four code points per code point', () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const length = [...foldCodePoints(String.fromCodePoint(code))].length
      if (length > 4) expect.unreachable(`U+${code.toString(16)}`)
    }
  })
})
