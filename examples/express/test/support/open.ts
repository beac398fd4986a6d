import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readConfig } from '../../src/config.ts'
import type { LogEntry, WebhookEntry } from '../../src/http/log.ts'
import { type Running, start } from '../../src/start.ts'
import { temporaryDirectory } from './temporary-directory.ts'

/** Friday noon in Bandung. */
export const noon: number = Date.parse('2026-11-20T12:00:00+07:00')

export interface Opened extends Running {
  /** Every request that was answered, and what webhooks came to. */
  readonly log: readonly (LogEntry | WebhookEntry)[]
}

/** A shop that listens on a port of its own until the file's tests are done; its real clock stands still at noon. */
export async function open(env: Readonly<Record<string, string>>): Promise<Opened> {
  const log: (LogEntry | WebhookEntry)[] = []
  const config = readConfig({
    PORT: '0',
    DATABASE_FILE: join(temporaryDirectory(), 'web.db'),
    ...env,
  })
  const running = await start(config, { log: (entry) => log.push(entry), clock: () => noon })
  afterAll(() => running.close())
  return { ...running, log }
}
