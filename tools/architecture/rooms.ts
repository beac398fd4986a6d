import type { Source } from './source.ts'
import type { Violation } from './violation.ts'

/** The rooms of core, and which others each may import. `index` stands for the package's entry file. */
const rooms: Record<string, string[]> = {
  domain: [],
  ports: ['domain'],
  shop: ['domain', 'ports'],
  backup: ['domain', 'ports'],
  memory: ['domain', 'ports'],
  simulator: ['domain', 'shop'],
  testing: ['domain', 'ports', 'shop', 'backup', 'memory', 'simulator', 'index'],
  index: ['domain', 'ports', 'shop'],
}

/** The small values of the domain: they import each other only; `error`, the smallest, nothing. */
const smallValues = ['error', 'money', 'time', 'phone', 'text', 'ids']

const core = 'packages/core/src/'

/** A room of core imports only the rooms above it. */
export function roomOrder(source: Source): Violation[] {
  const from = placeOf(source.path)
  if (from === undefined) return []
  if (rooms[from.room] === undefined) {
    const message = `core has no room "${from.room}": give it a place in tools/architecture/rooms.ts`
    return [{ rule: 'rooms', file: source.path, line: 1, message }]
  }
  return source.references.flatMap(({ target, line, specifier }) => {
    const to = target === undefined ? undefined : placeOf(target)
    if (to === undefined || mayImport(from, to)) return []
    const message = `${name(from)} may not import ${name(to)} (${specifier})`
    return [{ rule: 'rooms', file: source.path, line, message }]
  })
}

interface Place {
  room: string
  /** The folder inside the room: `money` in `domain/money/amount.ts`. */
  folder: string | undefined
}

function placeOf(path: string): Place | undefined {
  if (!path.startsWith(core)) return undefined
  const [room = '', ...rest] = path.slice(core.length).split('/')
  if (rest.length === 0) return { room: room.replace(/\.ts$/, ''), folder: undefined }
  return { room, folder: rest.length > 1 ? rest[0] : undefined }
}

function mayImport(from: Place, to: Place): boolean {
  if (from.room !== to.room) return rooms[from.room]?.includes(to.room) ?? false
  if (from.room !== 'domain' || from.folder === to.folder) return true
  if (from.folder === 'error') return false
  return !smallValues.includes(from.folder ?? '') || smallValues.includes(to.folder ?? '')
}

function name({ room, folder }: Place): string {
  return folder === undefined ? room : `${room}/${folder}`
}
