import { shopKit } from '@langganan/core/testing'
import { sqliteStorage } from '../src/index.ts'
import { faultySqlite } from './support/faulty.ts'

shopKit({
  name: 'SQLite in memory',
  open: () => sqliteStorage({ memory: true }),
  openFaulty: () => faultySqlite('better-sqlite3'),
})
