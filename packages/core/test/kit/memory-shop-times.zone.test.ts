import { memoryStorage } from '../../src/memory/index.ts'
import { shopTimeKit } from '../../src/testing/index.ts'

shopTimeKit({ name: 'memory', open: memoryStorage })
