import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { type BackupSource, backUp } from '../../../backup/index.ts'
import { through } from '../../../backup/through.ts'
import { gunzip, gzip, utf8Bytes, utf8Text } from '../../../backup/web.ts'
import type { Storage } from '../../../ports/storage/storage.ts'

/** A backup of a shop as one piece, taken at the beginning of 1970 by its own account. */
export async function backupOf(storage: Storage, shopId: string): Promise<Uint8Array> {
  return collected(backUp(storage, shopId, { clock: () => 0 }))
}

export async function collected(source: BackupSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return concatBytes(...chunks)
}

/** Bytes in pieces, as a file or a network would give them. */
export async function* inPieces(bytes: Uint8Array, size = 4_096): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

/** The lines of a backup, without their line feeds. */
export async function linesIn(backup: Uint8Array): Promise<string[]> {
  const bytes = await collected(through(gunzip, (give) => give(backup)))
  return utf8Text()(bytes).split('\n').slice(0, -1)
}

export async function zipped(bytes: Uint8Array): Promise<Uint8Array> {
  return collected(through(gzip, (give) => give(bytes)))
}

/** Lines as they stand in a file. */
export function textBytes(lines: readonly string[]): Uint8Array {
  return utf8Bytes()(lines.map((line) => `${line}\n`).join(''))
}

/** Any text as the content of a backup. */
export async function zippedText(text: string): Promise<Uint8Array> {
  return zipped(utf8Bytes()(text))
}

/**
 * Lines as a backup whose trailer fits them, as somebody would make it who alters one on purpose:
 * the last line is replaced, with the number of rows of each table and the checksum as they are now.
 */
export async function sealed(lines: readonly string[]): Promise<Uint8Array> {
  const rows: Record<string, number> = {}
  let table = ''
  for (const line of lines.slice(1, -1)) {
    const mark = /^\{"table":"(\w+)"/.exec(line)
    if (mark === null) rows[table] = (rows[table] ?? 0) + 1
    else {
      table = mark[1] ?? ''
      rows[table] = 0
    }
  }
  const content = lines.slice(0, -1).map((line) => `${line}\n`)
  const digest = bytesToHex(sha256(utf8Bytes()(content.join(''))))
  const trailer = JSON.stringify({ end: 'langganan-backup', rows, sha256: digest })
  return zippedText(`${content.join('')}${trailer}\n`)
}
