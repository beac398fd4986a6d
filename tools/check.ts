/**
 * Everything that must hold before a change lands, in order, up to the first failure.
 * `pnpm test lint types` runs the steps named only. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const steps: Record<string, string[]> = {
  format: ['biome', 'format'],
  lint: ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings'],
  types: ['node', 'tools/types.ts'],
  architecture: ['vitest', 'run', '--project=workspace'],
  unused: ['knip', '--no-config-hints'],
  reference: ['typedoc', '--emit', 'none', '--logLevel', 'Warn'],
  tests: ['vitest', 'run', '--project=!workspace', '--project=!packages'],
  packages: ['vitest', 'run', '--project=packages'],
}

const reports = mkdtempSync(join(tmpdir(), 'langganan-check-'))
const total = { passed: 0, failed: 0, skipped: 0 }
try {
  process.exitCode = namesChosen().every(runStep) ? 0 : 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)

function namesChosen(): string[] {
  const names = process.argv.slice(2)
  const unknown = names.filter((name) => steps[name] === undefined)
  if (unknown.length === 0) return names.length > 0 ? names : Object.keys(steps)
  throw new Error(`no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`)
}

function runStep(name: string): boolean {
  const [command = '', ...args] = steps[name] ?? []
  const report = join(reports, `${name}.json`)
  const isTest = command === 'vitest'
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  console.log(`\n▶ ${name}`)
  const start = performance.now()
  const { status } = spawnSync(command, isTest ? [...args, ...reporters] : args, {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  // What a test leaves behind at the exit of the process may change its status: the report counts too.
  const failed = isTest ? count(report) : 0
  if (status !== 0 && total.failed === 0) total.failed = 1
  const isPassed = status === 0 && failed === 0
  console.log(`${isPassed ? '✓' : '✗'} ${name} ${seconds} s`)
  return isPassed
}

/** Adds up a report of tests; answers how many failed, one at least if there is none. */
function count(report: string): number {
  if (!existsSync(report)) return 1
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
  }
  total.passed += result.numPassedTests
  total.failed += result.numFailedTests
  total.skipped += result.numPendingTests
  return result.numFailedTests
}
