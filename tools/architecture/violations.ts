import { explicitExports } from './entries.ts'
import { cycles, lightSegments } from './graph.ts'
import { nodeFree } from './node-free.ts'
import { type Entries, packageWalls } from './packages.ts'
import { pureDomain } from './pure-domain.ts'
import { roomOrder } from './rooms.ts'
import { parse, type SourceText } from './source.ts'
import { testToolsInKit } from './test-tools.ts'
import type { Violation } from './violation.ts'

/** Every place in `files` where the architecture of ARCHITECTURE.md is not kept. */
export function violations(files: readonly SourceText[], entries: Entries): Violation[] {
  const sources = files.map(parse)
  const single = sources.flatMap((source) => [
    ...roomOrder(source),
    ...nodeFree(source),
    ...pureDomain(source),
    ...explicitExports(source),
    ...packageWalls(source, entries),
    ...testToolsInKit(source),
  ])
  return [...single, ...cycles(sources), ...lightSegments(sources)]
}
