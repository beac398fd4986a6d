import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './pages.ts'

/** A folder outside the workspace in which the packages of ours are installed as their sources. */
export function makeScratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'langganan-docs-')))
  link(folder, '@langganan/core', 'packages/core')
  link(folder, '@langganan/adapters-kysely', 'packages/adapters-kysely')
  link(folder, '@langganan/adapters-sqlite', 'packages/adapters-sqlite')
  link(folder, '@langganan/adapters-postgres', 'packages/adapters-postgres')
  link(folder, '@langganan/whatsapp', 'packages/whatsapp')
  link(folder, '@types/node', 'node_modules/@types/node')
  link(
    folder,
    '@types/better-sqlite3',
    'packages/adapters-sqlite/node_modules/@types/better-sqlite3',
  )
  link(folder, 'better-sqlite3', 'packages/adapters-sqlite/node_modules/better-sqlite3')
  link(folder, '@types/pg', 'packages/adapters-postgres/node_modules/@types/pg')
  link(folder, 'pg', 'packages/adapters-postgres/node_modules/pg')
  link(folder, 'pg-boss', 'reliability/node_modules/pg-boss')
  link(folder, 'kysely', 'packages/adapters-sqlite/node_modules/kysely')
  link(folder, 'fast-check', 'packages/core/node_modules/fast-check')
  link(folder, 'vitest', 'node_modules/vitest')
  return folder
}

/** Writes a file and the folders that it lies in; gives its path. */
export function place(folder: string, file: string, text: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

function link(folder: string, name: string, target: string): void {
  const path = join(folder, 'node_modules', name)
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(join(root, target), path, 'dir')
}
