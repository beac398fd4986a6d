import { heading, paragraph } from '../page.ts'

/** What to type next; `database` as the command line takes it. */
export function nextSteps(database: string): string {
  const toko = `npx -y pnpm@12.21.0 toko --db ${database} --at "2026-11-20 12:00"`
  const commands = [
    'monitor',
    'monitor --json',
    'customers search siti',
    'labels board',
    'regulars \\\n      --sort totalSpent --limit 5',
    `segment count \\\n      'city = "Bandung" and last purchase > 60 days ago'`,
    '--help',
  ]
  return [
    heading('Your turn', 'giliran Anda'),
    paragraph(`All of it is in ${database}, an SQLite database. Ask it yourself:`),
    '',
    ...commands.map((command) => `  ${toko} ${command}`),
  ].join('\n')
}
