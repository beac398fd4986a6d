import type { AbortSignalLike } from '@langganan/core'
import { graphErrorOf } from './graph-error.ts'
import type { Timers } from './timers.ts'

/** What a call of the Graph API came to. */
export type GraphAnswer =
  | { readonly kind: 'success'; readonly body: unknown }
  | { readonly kind: 'error'; readonly code: number; readonly trace: string | undefined }
  /** Nobody can tell whether it was done. */
  | {
      readonly kind: 'unclear'
      readonly reason: 'timeout' | 'aborted' | 'connection' | 'answer'
    }
  /** No connection came about, so it was not done. */
  | { readonly kind: 'unreachable' }

export interface Caller {
  readonly fetch: typeof fetch
  readonly timers: Timers
  /** Milliseconds for request and answer. */
  readonly timeout: number
}

/** Calls once. What goes wrong is an answer too: errors of `fetch` may hold what was sent. */
export async function callGraph(
  { fetch, timers, timeout }: Caller,
  url: string,
  init: RequestInit,
  signal?: AbortSignalLike,
): Promise<GraphAnswer> {
  const controller = new AbortController()
  let ended: 'timeout' | 'aborted' | undefined
  const end = (reason: 'timeout' | 'aborted'): void => {
    ended ??= reason
    controller.abort()
  }
  const abort = (): void => end('aborted')
  const timer = timers.setTimeout(() => end('timeout'), timeout)
  signal?.addEventListener('abort', abort)
  try {
    const response = await fetch(url, { ...init, signal: controller.signal })
    return answerOf(await response.text(), response.ok)
  } catch (error) {
    if (ended !== undefined) return { kind: 'unclear', reason: ended }
    return isUnreachable(error)
      ? { kind: 'unreachable' }
      : { kind: 'unclear', reason: 'connection' }
  } finally {
    timers.clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function answerOf(text: string, isOk: boolean): GraphAnswer {
  const body = jsonOf(text)
  const error = graphErrorOf(body)
  if (error !== undefined) return { kind: 'error', ...error }
  // A failure without the platform's own words may come from anything in between.
  return isOk && body !== undefined
    ? { kind: 'success', body }
    : { kind: 'unclear', reason: 'answer' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is no answer of the Graph API: undefined says so.
    return undefined
  }
}

/** What Node, Deno and Bun call connections that never came about. */
const noConnection = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
]

function isUnreachable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return [error, cause].some(
    (each) =>
      typeof each === 'object' &&
      each !== null &&
      'code' in each &&
      noConnection.some((code) => code === each.code),
  )
}
