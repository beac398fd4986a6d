import { errorCodes, LanggananError } from '@langganan/core'
import { expect, test } from 'vitest'
import { failureOf } from '../src/http/failure.ts'

test.each(['STORAGE_UNREACHABLE', 'STORAGE_BUSY', 'SHOP_CLOSED'] as const)(
  '%s is for another time',
  (code) => {
    expect(failureOf(new LanggananError(code, 'Away.'))).toMatchObject({ status: 503, code })
  },
)

test.each(errorCodes)('%s has a status, and says nothing of what is inside', (code) => {
  const cause = new Error('the secret of the database')
  const failure = failureOf(new LanggananError(code, 'A message.', { cause }))
  expect(failure.status).toBeGreaterThanOrEqual(400)
  expect(JSON.stringify(failure)).not.toContain('secret')
})

test.each([new Error('name of Sari'), 'name of Sari', undefined])(
  'of what nobody foresaw nothing is told: %s',
  (error) => {
    const failure = failureOf(error)
    expect(failure).toMatchObject({ status: 500, code: 'UNEXPECTED' })
    expect(JSON.stringify(failure)).not.toContain('Sari')
  },
)
