import { shopTimeKit } from '@langganan/core/testing'
import { sqliteStorage } from '../src/index.ts'

shopTimeKit({ name: 'SQLite in memory', open: () => sqliteStorage({ memory: true }) })
