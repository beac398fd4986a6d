import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { clientOf } from './support/client.ts'
import { open } from './support/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database that tests may fill as they like. */
    readonly postgres: string
  }
}

test('the same app on Postgres, people included', async () => {
  const database = new URL(inject('postgres'))
  database.searchParams.set('schema', `web${randomBytes(8).toString('hex')}`)
  const { url } = await open({ DATABASE_URL: database.href, PLAY_CUSTOMERS: '5' })
  const { body } = await clientOf(url).get('/customers?where=window%20is%20open')
  expect(body.rows.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['Ayu Lestari', 'Rio']),
  )
  const page = await fetch(url)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Grade')
})
