import { shopKit } from '@langganan/core/testing'
import { emptiedStorages } from './support/storages.ts'

shopKit({ name: 'Postgres', open: emptiedStorages() })
