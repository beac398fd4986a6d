import { postgresStorage } from '../../src/index.ts'
import { increment, insertGroup, setUpShop } from '../support/rows.ts'

// A process of its own: `worker.ts SCHEMA increment N` or `worker.ts SCHEMA acknowledge`.
const [schema = '', work, times = '0'] = process.argv.slice(2)
const connectionString = process.env.DATABASE_URL ?? ''
const storage = postgresStorage({ connection: { connectionString, max: 2 }, schema })

if (work === 'increment') {
  await setUpShop(storage)
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
