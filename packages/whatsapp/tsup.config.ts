import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', node: 'src/node/index.ts', labels: 'src/labels/index.ts' },
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
})
