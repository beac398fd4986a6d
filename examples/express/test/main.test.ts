import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { temporaryDirectory } from './support/temporary-directory.ts'

test('the program says where it listens, answers, and ends well when it is told to', async () => {
  const DATABASE_FILE = join(temporaryDirectory(), 'web.db')
  const env = { ...process.env, PORT: '0', PLAY: 'off', DATABASE_FILE }
  const main = join(import.meta.dirname, '../src/main.js')
  const child = spawn(process.execPath, ['--conditions=source', main], { env })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const [said] = await once(lines, 'line')
  const [url = ''] = /http:\S+/.exec(said) ?? []
  expect((await fetch(`${url}/api/monitoring`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
