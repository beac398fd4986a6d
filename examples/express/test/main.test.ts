import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryDirectory } from './support/temporary-directory.ts'

const main = join(import.meta.dirname, '../src/main.js')
const root = join(import.meta.dirname, '../../..')

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the program says where it listens, answers, and ends well on %s',
  async (signal) => {
    const { child, ended, file, url } = await started(process.execPath, [
      '--conditions=source',
      main,
    ])
    expect((await fetch(`${url}/api/monitoring`)).status).toBe(200)
    child.kill(signal)
    expect(await ended).toEqual([0, null])
    // SQLite takes its log away with the last connection that is closed.
    expect(existsSync(`${file}-wal`)).toBe(false)
  },
)

test('started through npx, it ends by the number that it says', async () => {
  const { ended, pid, file } = await started('npx', ['-y', 'pnpm@12.21.0', 'web'])
  process.kill(pid, 'SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(existsSync(`${file}-wal`)).toBe(false)
}, 60_000)

async function started(command: string, args: readonly string[]) {
  const file = join(temporaryDirectory(), 'web.db')
  const env = { ...process.env, PORT: '0', PLAY: 'off', DATABASE_FILE: file }
  const child = spawn(command, args, { env, cwd: root })
  const ended = once(child, 'exit')
  const [, url = '', pid = ''] = await said(child, /(http:\S+)[\s\S]*kill (\d+)/)
  return { child, ended, file, url, pid: Number(pid) }
}

/** Waits until the program has said this. */
function said(child: ChildProcessWithoutNullStreams, what: RegExp): Promise<RegExpExecArray> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk
      const found = what.exec(text)
      if (found !== null) resolve(found)
    })
    child.on('exit', () => reject(new Error(`It ended and said: ${text}`)))
  })
}
