/**
 * Checks the types of every project of the workspace with TypeScript 7, and of what is published with
 * TypeScript 6 too, which makes its declarations.
 */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'

// Both packages offer a `tsc`, so each is called by its own path.
const six = 'node_modules/typescript/bin/tsc'
const seven = 'node_modules/typescript7/bin/tsc'
const projects = globSync('{.,bench,reliability,packages/*,examples/*}/tsconfig*.json', {
  exclude: ['tsconfig.base.json'],
}).sort()

const published = projects.filter((project) => /^packages\/[^/]+\/tsconfig\.json$/.test(project))
const queue = [
  ...published.map((project) => [six, project]),
  ...projects.map((project) => [seven, project]),
]
const workers = Array.from({ length: Math.min(4, availableParallelism()) }, work)
process.exitCode = (await Promise.all(workers)).every(Boolean) ? 0 : 1

async function work(): Promise<boolean> {
  let passed = true
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    const [compiler = '', project = ''] = job
    passed = (await check(compiler, project)) && passed
  }
  return passed
}

function check(compiler: string, project: string): Promise<boolean> {
  const child = spawn(process.execPath, [compiler, '--pretty', '-p', project], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => output.push(part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) console.log(`${compiler} -p ${project}\n${Buffer.concat(output)}`)
      resolve(code === 0)
    })
  })
}
