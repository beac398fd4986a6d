import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { cwd, run, json, refusal } = shopHere()
const at = (file: string): string => join(cwd, file)

beforeAll(async () => {
  await json('customers', 'add', 'Sari Dewi', '--number', 'C-1')
  const line = ['--line', 'KOPI@55.000', '--paid', 'lunas']
  await json('sale', '--order', 'A-1', '--customer', 'C-1', ...line)
  await json('tags', 'create', 'Sultan', '--ltv-min', '10.000')
})

describe('toko backup and restore', () => {
  test('a shop goes into a file and out of it into another database', async () => {
    const { stdout } = await run('backup', 'a.backup')
    expect(stdout).toMatch(
      /^The shop kopi-senja is backed up: 1 customer, 1 transaction, \d+ rows in all\.\n$/,
    )
    expect(readdirSync(cwd).filter((name) => name.startsWith('a.'))).toEqual(['a.backup'])
    expect(statSync(at('a.backup')).mode & 0o077).toBe(0)
    const restored = await json('--db', 'other.db', 'restore', 'a.backup')
    expect(restored).toMatchObject({
      shop: 'kopi-senja',
      original: 'kopi-senja',
      rows: { customers: 1, transactions: 1 },
    })
    for (const command of [['monitor'], ['balances'], ['customers', 'list'], ['tags', 'list']])
      expect(await json('--db', 'other.db', ...command)).toEqual(await json(...command))
  })

  test('nothing is overwritten unless asked for', async () => {
    writeFileSync(at('b.backup'), 'something dear')
    expect(await refusal('backup', 'b.backup')).toMatchObject({
      exit: 3,
      code: 'FILE_EXISTS',
      field: 'file',
    })
    expect(readFileSync(at('b.backup'), 'utf8')).toBe('something dear')
    expect(await json('backup', 'b.backup', '--force')).toMatchObject({ shop: 'kopi-senja' })
    expect(await refusal('backup', '.', '--force')).toMatchObject({ exit: 3, field: 'file' })
    expect(await refusal('backup', 'nowhere/b.backup')).toMatchObject({ exit: 3, field: 'file' })
    const there = await refusal('restore', 'b.backup')
    expect(there).toMatchObject({ exit: 1, code: 'SHOP_ALREADY_EXISTS', field: 'id' })
    expect(there.message).toContain('--id')
  })

  test('a copy under another id lies beside the shop', async () => {
    copyFileSync(at('shop.db'), at('two.db'))
    await json('backup', 'c.backup')
    await json('--db', 'two.db', 'restore', 'c.backup', '--id', 'latihan')
    const list = ['customers', 'list', '--columns', 'name']
    expect((await run('--db', 'two.db', '--shop', 'latihan', ...list)).stdout).toContain('Sari')
  })

  test('a file that is cut short, none, or not there makes no database', async () => {
    await json('backup', 'd.backup')
    truncateSync(at('d.backup'), statSync(at('d.backup')).size - 9)
    writeFileSync(at('e.backup'), 'Order,Customer\n')
    for (const file of ['d.backup', 'e.backup']) {
      const refused = await refusal('--db', 'none.db', 'restore', file)
      expect(refused).toMatchObject({ exit: 3, code: 'BACKUP_INVALID', field: 'file' })
    }
    const missing = await refusal('--db', 'none.db', 'restore', 'f.backup')
    expect(missing).toMatchObject({ exit: 3, code: 'FILE_NOT_FOUND', field: 'file' })
    const folder = await refusal('--db', 'none.db', 'restore', '.')
    expect(folder).toMatchObject({ exit: 3, code: 'FILE_UNREADABLE', field: 'file' })
    expect(existsSync(at('none.db'))).toBe(false)
  })
})

describe('toko doctor', () => {
  test('a shop in order', async () => {
    const healthy = await json('doctor')
    expect(healthy).toMatchObject({ sound: true, findings: [], database: { sound: true } })
    expect((await run('doctor')).stdout).toBe(
      'All rows fit, and the books balance.\nSQLite finds the file sound (journal_mode wal, synchronous 2).\n',
    )
  })

  test('what is wrong is named, nothing is written, and it ends with 1', async () => {
    copyFileSync(at('shop.db'), at('wrong.db'))
    await damage(at('wrong.db'))
    const wrong = await run('--db', 'wrong.db', 'doctor', '--json')
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      sound: false,
      findings: [
        { table: 'facts', problem: 'notAsRecomputed', rows: 1 },
        { table: 'tagMembers', problem: 'notAsRecomputed', rows: 1 },
        { table: 'countDeltas', problem: 'notAsRecomputed', rows: 1 },
        { table: 'entries', problem: 'unbalanced', rows: 1 },
        { table: 'facts', problem: 'notAsPosted', rows: 1 },
        { table: 'groupMembers', problem: 'ownerless', rows: 1 },
      ],
    })
    expect(JSON.parse(wrong.stderr).error).toMatchObject({ code: 'SHOP_UNSOUND', field: 'db' })
    const again = await run('--db', 'wrong.db', 'doctor')
    expect(again.stdout).toMatch(
      /^TABLE +ROWS +PROBLEM +SUCH AS\nfacts +1 +not what the other rows/,
    )
  })
})

/** Rows as no shop writes them: facts, a rule's member, a posting and a member of no group. */
async function damage(filename: string): Promise<void> {
  const storage = sqliteStorage({ filename })
  await storage.transaction('kopi-senja', 'write', async (tx) => {
    const [facts] = await tx.scan('facts', null, 1)
    const [member] = await tx.scan('tagMembers', null, 1)
    const [posting] = await tx.scan('postings', null, 1)
    if (!facts || !member || !posting) throw new Error('nothing there to damage')
    const { customerId } = facts
    const stray = { groupId: 'gone', customerId, since: 1, addedBy: 'nobody' }
    await tx.apply({
      insert: { groupMembers: [stray] },
      put: {
        facts: [{ ...facts, orders: 7 }],
        postings: [{ ...posting, bookAmount: posting.bookAmount + 1 }],
      },
      remove: { tagMembers: [[member.tagId, member.customerId]] },
    })
  })
  await storage.close()
}
