import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    segments: 'src/domain/segments/index.ts',
    storage: 'src/ports/index.ts',
    memory: 'src/memory/index.ts',
    testing: 'src/testing/index.ts',
  },
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
})
