import { createReadStream } from 'node:fs'
import { restore } from '@langganan/core/backup'
import { sqliteStorage } from '../../src/index.ts'
import { increment, insertGroup } from '../support/rows.ts'

// A process of its own: `worker.ts FILE increment N`, `worker.ts FILE acknowledge` or
// `worker.ts FILE restore BACKUP`, which tells of each piece that it has read.
const [filename = '', work, times = '0'] = process.argv.slice(2)
const storage = sqliteStorage({ filename, busyTimeoutMs: 30_000 })

if (work === 'increment') {
  await storage.shopIds()
  for (let i = 0; i < Number(times); i += 1) await increment(storage)
  await storage.close()
}

if (work === 'acknowledge') {
  for (let i = 0; ; i += 1) {
    const id = `${process.pid} ${String(i).padStart(9, '0')}`
    await insertGroup(storage, id)
    process.stdout.write(`${id}\n`)
  }
}

if (work === 'restore') {
  await restore(storage, told(createReadStream(times, { highWaterMark: 2_000 })))
  await storage.close()
}

async function* told(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    process.stdout.write('.')
    yield piece
  }
}
