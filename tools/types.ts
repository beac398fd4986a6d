/**
 * Checks the types of all that is there with TypeScript 7, of core once more without Node's and of the
 * WhatsApp package with a browser's; and of what is published with TypeScript 6 too, which makes its
 * declarations.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

// Both packages offer a `tsc`, so each is called by its own path.
const six = 'node_modules/typescript/bin/tsc'
const seven = 'node_modules/typescript7/bin/tsc'

// Each project sees what all projects have in common anew, so they are few: a package's own is for editors.
const queue = [
  [six, 'docs/tsconfig.json'],
  [seven, 'tsconfig.packages.json'],
  [seven, 'tsconfig.json'],
  [seven, 'packages/core/tsconfig.pure.json'],
  [seven, 'packages/whatsapp/tsconfig.web.json'],
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
