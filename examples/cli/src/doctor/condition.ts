import type { PostgresCondition } from '@langganan/adapters-postgres'
import type { SqliteCondition } from '@langganan/adapters-sqlite'

/** How a database stands beneath the rows of its shops. */
export type Condition = PostgresCondition | SqliteCondition

/** A server has no check that reads all of a database through: it is sound until a read fails. */
export function isSound(condition: Condition): boolean {
  return !('sound' in condition) || condition.sound
}

export function conditionText(condition: Condition): string {
  return 'sound' in condition ? fileText(condition) : serverText(condition)
}

function fileText({ sound, problems, settings }: SqliteCondition): string {
  return sound
    ? `SQLite finds the file sound (${settingsText(settings, ['journal_mode', 'synchronous'])}).`
    : `SQLite finds the file DAMAGED, so its rows were not looked at:\n${problems.join('\n')}`
}

function serverText({ version, settings }: PostgresCondition): string {
  const told = settingsText(settings, ['server_encoding', 'synchronous_commit', 'fsync'])
  return [`The server is Postgres ${version} (${told}).`, ...warnings(settings)].join('\n')
}

/** What a server can be set to that no single call notices, until the power fails. */
function warnings(settings: PostgresCondition['settings']): string[] {
  return ['fsync', 'full_page_writes']
    .filter((name) => settings[name] === 'off')
    .map((name) => `${name} is OFF: when the power fails, the database may be lost. Turn it on.`)
}

function settingsText(
  settings: Readonly<Record<string, string | number>>,
  names: readonly string[],
): string {
  return names.map((name) => `${name} ${settings[name]}`).join(', ')
}
