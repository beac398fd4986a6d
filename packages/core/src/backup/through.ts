import type { ByteTransform } from './web.ts'

/** Gives bytes on; fulfils when there is room for more. */
export type Give = (chunk: Uint8Array) => Promise<void>

/** Why a producer ends whose bytes nobody takes any more. */
class Unwanted extends Error {
  override readonly name: string = 'Unwanted'
}

/**
 * What comes out of a transform when `produce` gives bytes into it. Producing begins with the first
 * read, goes at the reader's pace, and has ended whenever the generator has, also where the reader
 * stops early: so a transaction that it runs in is never left open.
 *
 * @throws what `produce` throws, or else what the transform makes of the bytes
 */
export async function* through(
  makeTransform: () => ByteTransform,
  produce: (give: Give) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const { writable, readable } = makeTransform()
  const writer = writable.getWriter()
  const reader = readable.getReader()
  const leaving = makeSignal()
  const produced = settled(async () => {
    await produce((chunk) => Promise.race([writer.write(chunk), leaving.raised]))
    await Promise.race([writer.close(), leaving.raised])
  })
  // Without this the reader would wait for bytes that do not come.
  void produced.then((error) =>
    error === undefined ? undefined : writer.abort(error).catch(ignored),
  )
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (value !== undefined) yield value
      if (done) return
    }
  } catch (error) {
    leaving.raise()
    const cause = await produced
    throw cause === undefined || cause instanceof Unwanted ? error : cause
  } finally {
    leaving.raise()
    await reader.cancel().catch(ignored)
    await produced
  }
}

/** What the work throws; undefined where it is done. */
async function settled(work: () => Promise<void>): Promise<unknown> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error
  }
}

function makeSignal(): { readonly raised: Promise<never>; raise(): void } {
  let raise: () => void = ignored
  const raised = new Promise<never>((_, reject) => {
    raise = () => reject(new Unwanted('Nobody takes the bytes any more.'))
  })
  raised.catch(ignored)
  return { raised, raise: () => raise() }
}

function ignored(): void {
  // What ended the one side is told by the other.
}
