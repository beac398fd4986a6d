import { shopKit } from '@langganan/core/testing'
import { postgresStorage } from '../src/index.ts'
import { faultyPostgres } from './support/faulty.ts'
import { emptiedStorages } from './support/storages.ts'

shopKit({
  name: 'Postgres',
  open: emptiedStorages(postgresStorage),
  openFaulty: faultyPostgres,
})
