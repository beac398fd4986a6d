import { describe, expect, it } from 'vitest'
import { errorCodes, errorMeanings } from '../../../src/domain/error/codes.ts'
import { isLanggananError, LanggananError } from '../../../src/domain/error/langganan-error.ts'

describe('LanggananError', () => {
  it('carries code, message, field, details and cause', () => {
    const cause = new Error('underneath')
    const error = new LanggananError('INVALID_INPUT', 'No.', {
      field: 'lines[2].quantity',
      details: { lines: 3 },
      cause,
    })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'LanggananError',
      code: 'INVALID_INPUT',
      message: 'No.',
      field: 'lines[2].quantity',
      details: { lines: 3 },
      cause,
    })
    expect(String(error)).toBe('LanggananError: No.')
  })

  it('has no cause unless one is given, and frozen details', () => {
    const error = new LanggananError('SHOP_CLOSED', 'Closed.')
    expect('cause' in error).toBe(false)
    expect(error.field).toBeUndefined()
    expect(error.details).toEqual({})
    expect(Object.isFrozen(error.details)).toBe(true)
  })
})

describe('isLanggananError', () => {
  it('recognises an error of another copy of the package', () => {
    const foreign = Object.assign(new Error('x'), { name: 'LanggananError', code: 'NAME_TAKEN' })
    expect(isLanggananError(foreign)).toBe(true)
    expect(isLanggananError(foreign, 'NAME_TAKEN')).toBe(true)
    expect(isLanggananError(foreign, 'TAG_NOT_FOUND')).toBe(false)
  })

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['text', 'LanggananError'],
    ['another error', new Error('x')],
    ['a system error', Object.assign(new Error('x'), { code: 'STORAGE_BUSY' })],
    ['an unknown code', Object.assign(new Error('x'), { name: 'LanggananError', code: 'NOPE' })],
  ])('refuses %s', (_, value) => {
    expect(isLanggananError(value)).toBe(false)
  })
})

describe('error codes', () => {
  it('are frozen, unique and each explained in one sentence', () => {
    expect(Object.isFrozen(errorCodes)).toBe(true)
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
    expect(Object.keys(errorMeanings)).toEqual([...errorCodes])
    for (const meaning of Object.values(errorMeanings)) expect(meaning).toMatch(/^[A-Z].+\.$/)
  })
})
