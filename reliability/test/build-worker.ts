import { join } from 'node:path'
import { build } from 'tsup'

/**
 * Makes one file of the worker, once for all tests: a process that reads hundreds of sources is a
 * second late for whatever it was started for.
 */
export async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '..')
  await build({
    config: false,
    silent: true,
    entry: [join(root, 'src/worker.ts')],
    outDir: join(root, 'node_modules/.cache/worker'),
    format: 'esm',
    target: 'node22',
    splitting: false,
    // Drivers stay packages: one loads a binary, the other is CommonJS.
    external: ['better-sqlite3', 'pg'],
    noExternal: [/^(?!(better-sqlite3|pg)$)/],
    esbuildOptions: (options) => {
      options.conditions = ['source']
    },
  })
}
