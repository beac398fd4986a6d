import { join } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

// Projects are objects: a glob of folders would ignore the conditions below and look for `dist`.
function project(name: string, root: string, include: string): TestProjectInlineConfiguration {
  return { extends: true, test: { name, root, include: [include] } }
}

// One server for all that use it: each test makes a schema of its own there.
function withPostgres(project: TestProjectInlineConfiguration): TestProjectInlineConfiguration {
  // Each statement is a journey, so laws try a part of what they try elsewhere.
  const env = { LANGGANAN_PART: process.env.LANGGANAN_PART ?? '0.1', ...project.test?.env }
  return { ...project, test: { ...project.test, provide: { usesPostgres: true }, env } }
}

// Processes that tests start are made of one file, which the setup builds first.
function afterBuild(
  setup: string,
  project: TestProjectInlineConfiguration,
): TestProjectInlineConfiguration {
  return { ...project, test: { ...project.test, globalSetup: [join(import.meta.dirname, setup)] } }
}

const buildWorker = 'tools/one-file/worker.ts'
const buildToko = 'tools/one-file/toko.ts'

// What counts days and months must not notice where the machine stands.
function inZone(zone: string): TestProjectInlineConfiguration {
  const include = [
    'packages/core/test/domain/time/**/*.test.ts',
    'packages/*/test/**/*.zone.test.ts',
  ]
  return { extends: true, test: { name: `zone ${zone}`, include, env: { TZ: zone } } }
}

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    // What ends a test that hangs; no clock decides one that is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // By itself Vitest leaves a core to others, which on two is half of them.
    maxWorkers: '100%',
    // Modules keep no state that tests could see, and loading them anew for each file takes a third of a run.
    isolate: false,
    globalSetup: [join(import.meta.dirname, 'packages/adapters-postgres/test/support/server.ts')],
    projects: [
      project('workspace', '.', 'test/*.test.ts'),
      project('packages', '.', 'test/packages/*.test.ts'),
      afterBuild(buildToko, project('docs', '.', 'test/docs/*.test.ts')),
      project('core', 'packages/core', 'test/**/*.test.ts'),
      project('kysely', 'packages/adapters-kysely', 'test/**/*.test.ts'),
      project('sqlite', 'packages/adapters-sqlite', 'test/**/*.test.ts'),
      withPostgres(project('postgres', 'packages/adapters-postgres', 'test/**/*.test.ts')),
      withPostgres(project('whatsapp', 'packages/whatsapp', 'test/**/*.test.ts')),
      afterBuild(
        buildWorker,
        withPostgres(project('reliability', 'reliability', 'test/**/*.test.ts')),
      ),
      afterBuild(buildToko, withPostgres(project('cli', 'examples/cli', 'test/**/*.test.ts'))),
      withPostgres(project('express', 'examples/express', 'test/**/*.test.ts')),
      ...['UTC', 'Asia/Jakarta', 'Asia/Jayapura', 'America/New_York'].map(inZone).map(withPostgres),
    ],
  },
})
