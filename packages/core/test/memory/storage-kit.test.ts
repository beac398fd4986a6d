import { memoryStorage } from '../../src/memory/memory-storage.ts'
import { storageKit } from '../../src/testing/storage-kit/storage-kit.ts'

storageKit({ name: 'memory', open: memoryStorage })
