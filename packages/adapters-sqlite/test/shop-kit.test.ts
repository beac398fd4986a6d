import { shopKit } from '@langganan/core/testing'
import { sqliteStorage } from '../src/index.ts'

shopKit({ name: 'SQLite in memory', open: () => sqliteStorage({ memory: true }) })
