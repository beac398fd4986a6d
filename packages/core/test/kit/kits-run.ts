/** A package as the check sees it: the texts of its entries and of its tests. */
export interface PackageTexts {
  readonly name: string
  readonly entries: readonly string[]
  readonly tests: readonly string[]
}

/**
 * Storages that need a driver or another storage to run at all: the package whose storage is made with
 * them runs the kits for both.
 */
export const runThrough: Readonly<Record<string, string>> = {
  hostedStorage: '@langganan/adapters-sqlite',
  kyselyStorage: '@langganan/adapters-sqlite',
}

const kits = ['storageKit', 'shopKit'] as const

/** Every storage that a package exports and for which one of the kits is not run, with that kit. */
export function kitsNotRun(packages: readonly PackageTexts[]): string[] {
  return packages.flatMap(({ name, entries, tests }) =>
    storagesIn(entries).flatMap((storage) => {
      const runner = runThrough[storage]
      const place = runner === undefined ? tests : testsOf(packages, runner)
      return kits
        .filter(
          (kit) => !place.some((test) => runs(test, kit, runner === undefined ? storage : '')),
        )
        .map((kit) => `${name}: ${storage} does not run ${kit}`)
    }),
  )
}

/** Names of the functions that make a storage, as entries export them: `memoryStorage`, … */
export function storagesIn(entries: readonly string[]): string[] {
  const names = entries
    .map(withoutComments)
    .flatMap((entry) => [
      ...[...entry.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, list = '']) => exportedIn(list)),
      ...[...entry.matchAll(/export\s+(?:async\s+)?function\s+(\w+)/g)].map(
        ([, name = '']) => name,
      ),
      ...[...entry.matchAll(/export\s+const\s+(\w+)/g)].map(([, name = '']) => name),
    ])
  return [...new Set(names)].filter((name) => /^[a-z]\w*Storage$/.test(name)).sort()
}

function exportedIn(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '' && !item.startsWith('type '))
    .map((item) => item.replace(/^.* as /, ''))
}

function testsOf(packages: readonly PackageTexts[], name: string): readonly string[] {
  return packages.find((each) => each.name === name)?.tests ?? []
}

function runs(test: string, kit: string, storage: string): boolean {
  const code = withoutComments(test)
  return new RegExp(`\\b${kit}\\(`).test(code) && code.includes(`${storage}`)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}
