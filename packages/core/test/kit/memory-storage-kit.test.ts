import { memoryStorage } from '../../src/memory/index.ts'
import { storageKit } from '../../src/testing/index.ts'

storageKit({ name: 'memory', open: memoryStorage })
