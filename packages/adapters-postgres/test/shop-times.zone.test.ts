import { shopTimeKit } from '@langganan/core/testing'
import { emptiedStorages } from './support/storages.ts'

shopTimeKit({ name: 'Postgres', open: emptiedStorages() })
