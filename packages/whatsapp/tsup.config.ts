import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    node: 'src/node/index.ts',
    labels: 'src/labels/index.ts',
    outbound: 'src/outbound/index.ts',
    sandbox: 'src/sandbox/index.ts',
    'sandbox/node': 'src/sandbox/node/index.ts',
  },
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
})
