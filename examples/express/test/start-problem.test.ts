import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { start } from '../src/start.ts'
import { startProblem } from '../src/start-problem.ts'
import { open } from './support/open.ts'
import { temporaryDirectory } from './support/temporary-directory.ts'

const { url } = await open({ PLAY: 'off' })
const directory = temporaryDirectory()

test.each([
  ['a taken port', { PORT: new URL(url).port }, /^PORT is taken/],
  [
    'an address of another machine',
    { HOST: '192.0.2.1', API_KEY: '0123456789abcdef' },
    /^HOST is no/,
  ],
  ['a folder that is not there', { DATABASE_FILE: '/no/such/folder/web.db' }, /./],
  ['settings that are wrong', { PORT: 'http' }, /^PORT must be/],
])('%s is told in a sentence', async (_, env, sentence) => {
  const told = await tried({
    PORT: '0',
    PLAY: 'off',
    DATABASE_FILE: join(directory, 'web.db'),
    ...env,
  })
  expect(told).toMatch(sentence)
})

test('what nobody foresaw is thrown on', () => {
  expect(startProblem(new TypeError('a bug'))).toBeUndefined()
  expect(startProblem('a bug')).toBeUndefined()
})

async function tried(env: Record<string, string>): Promise<string | undefined> {
  try {
    const running = await start(readConfig(env), { log: () => undefined })
    await running.close()
    return undefined
  } catch (error) {
    return startProblem(error)
  }
}
