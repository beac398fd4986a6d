/** The guide to errors tells of every code, with the meaning that the code itself gives. */
import { expect, test } from 'vitest'
import { errorCodes, errorMeanings } from '../../packages/core/src/domain/error/codes.ts'
import { pages } from './pages.ts'

const guide = pages.find(({ path }) => path === 'docs/guides/errors.md')
const rows = [...(guide?.text.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \|$/gm) ?? [])]

test('the guide has every error code once', () => {
  expect(rows.map(([, code]) => code).sort()).toEqual([...errorCodes].sort())
})

test('the guide gives each code its meaning', () => {
  const given = Object.fromEntries(rows.map(([, code, meaning]) => [code, meaning]))
  expect(given).toEqual(errorMeanings)
})
