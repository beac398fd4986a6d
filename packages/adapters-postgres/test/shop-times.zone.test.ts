import { shopTimeKit } from '@langganan/core/testing'
import { postgresStorage } from '../src/index.ts'
import { emptiedStorages } from './support/storages.ts'

shopTimeKit({ name: 'Postgres', open: emptiedStorages(postgresStorage) })
