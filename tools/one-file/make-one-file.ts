import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { build } from 'tsup'

/**
 * Makes one file of a program and all that it imports, for tests that start it as a process: one that
 * reads hundreds of sources is a second late for whatever it was started for.
 */
export async function makeOneFile(entry: string, outDir: string): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: [entry],
    outDir,
    format: 'esm',
    target: 'node22',
    splitting: false,
    // Without it, Node knows nothing of `sqlite`.
    removeNodeProtocol: false,
    noExternal: [/./],
    // What is CommonJS inside asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    esbuildPlugins: [
      {
        name: 'binary',
        setup: ({ onResolve }) => {
          // It loads a binary that stands beside it, and is found as its importer would find it.
          onResolve({ filter: /^better-sqlite3$/ }, ({ path, importer }) => {
            const found = createRequire(importer).resolve(path)
            return { path: pathToFileURL(found).href, external: true }
          })
        },
      },
    ],
    esbuildOptions: (options) => {
      options.conditions = ['source']
    },
  })
}
