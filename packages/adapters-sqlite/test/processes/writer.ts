import { sqliteStorage } from '../../src/index.ts'
import { insertGroup } from '../support/rows.ts'

// A process of its own: `writer.ts FILE` writes one row after the other until it is killed, and tells
// of each when it is stored.
const [filename = ''] = process.argv.slice(2)
const storage = sqliteStorage({ filename, busyTimeoutMs: 30_000 })
for (let i = 0; ; i += 1) {
  const id = `${process.pid} ${String(i).padStart(9, '0')}`
  await insertGroup(storage, id)
  process.stdout.write(`${id}\n`)
}
