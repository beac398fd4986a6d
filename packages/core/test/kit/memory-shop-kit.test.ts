import { memoryStorage } from '../../src/memory/index.ts'
import { shopKit } from '../../src/testing/index.ts'

shopKit({ name: 'memory', open: memoryStorage })
