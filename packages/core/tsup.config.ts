import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    segments: 'src/domain/segments/index.ts',
    'segments/text': 'src/domain/segments/text/index.ts',
    'segments/columnar': 'src/domain/segments/columnar/index.ts',
    'segments/explain': 'src/domain/segments/explain/index.ts',
    'segments/changes': 'src/domain/segments/changes/index.ts',
    'segments/algebra': 'src/domain/segments/algebra/index.ts',
    storage: 'src/ports/index.ts',
    backup: 'src/backup/index.ts',
    memory: 'src/memory/index.ts',
    simulator: 'src/simulator/index.ts',
    testing: 'src/testing/index.ts',
  },
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
})
