import { storageKit } from '@langganan/core/testing'
import { emptiedStorages } from './support/storages.ts'

storageKit({ name: 'Postgres', open: emptiedStorages() })
