import type { DefinedSegment } from '../catalogue.ts'
import { limits } from '../limits.ts'
import type { Predicate } from '../predicate.ts'
import { invalid, tooLarge } from './invalid.ts'
import { quoted } from './nearest.ts'

/** How large a predicate is with the definitions of its segments in their places. */
interface Size {
  readonly depth: number
  readonly nodes: number
}

type Definitions = ReadonlyMap<string, DefinedSegment>

/**
 * Refuses a predicate that its segments make too large, or whose segments refer to each other in a
 * circle. Segments without a definition count as one part.
 *
 * @throws LanggananError `PREDICATE_TOO_LARGE`, `PREDICATE_INVALID`
 */
export function expectExpandable(predicate: Predicate, definitions: Definitions): void {
  const { depth, nodes } = sizeOf(predicate, { definitions, chain: [], known: new Map() })
  const counted = 'with the definitions of its segments in their places'
  if (depth > limits.depth)
    throw tooLarge('', `${counted}, predicates may lie ${limits.depth} deep.`)
  if (nodes > limits.nodes)
    throw tooLarge('', `${counted}, a predicate may have ${limits.nodes} parts.`)
}

interface Expanding {
  readonly definitions: Definitions
  /** The segments that are being expanded, each inside the one before. */
  readonly chain: readonly DefinedSegment[]
  /** Sizes of segments that were expanded before. */
  readonly known: Map<string, Size>
}

function sizeOf(predicate: Predicate, expanding: Expanding): Size {
  if ('segment' in predicate) return sizeOfSegment(predicate.segment, expanding)
  const sizes = partsOf(predicate).map((part) => sizeOf(part, expanding))
  return {
    depth: 1 + sizes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    nodes: 1 + sizes.reduce((sum, { nodes }) => sum + nodes, 0),
  }
}

function sizeOfSegment(id: string, { definitions, chain, known }: Expanding): Size {
  const before = known.get(id)
  if (before !== undefined) return before
  const segment = definitions.get(id)
  if (segment === undefined) return { depth: 1, nodes: 1 }
  const inside = [...chain, segment]
  const first = chain.findIndex((each) => each.id === id)
  if (first !== -1) {
    const names = inside.slice(first).map(({ name }) => quoted(name))
    const circle = names.join(' → ')
    throw invalid(
      '',
      `its segments refer to each other in a circle: ${circle}. Leave one of them out.`,
    )
  }
  const size = sizeOf(segment.where, { definitions, chain: inside, known })
  known.set(id, size)
  return size
}

function partsOf(predicate: Predicate): readonly Predicate[] {
  if ('all' in predicate) return predicate.all
  if ('any' in predicate) return predicate.any
  if ('of' in predicate) return predicate.of
  return 'not' in predicate ? [predicate.not] : []
}
