import { storageKit } from '@langganan/core/testing'
import { postgresStorage } from '../src/index.ts'
import { emptiedStorages } from './support/storages.ts'

storageKit({ name: 'Postgres', open: emptiedStorages(postgresStorage) })
