import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { Problem } from './problem.ts'

/**
 * Lets requests of programs through that bear the key. Without a key the app serves its own machine
 * only, so all that is looked at is what the app was called: a page of somebody else's that had its
 * name point here would be called by that name.
 */
export function apiGuard(apiKey: string | undefined): RequestHandler {
  return guard(apiKey, (request) => /^Bearer (.+)$/i.exec(authorizationOf(request))?.[1])
}

/** The same for people: a browser asks them for the key, as the password of any user. */
export function pageGuard(apiKey: string | undefined): RequestHandler {
  return guard(apiKey, (request) => {
    const [, encoded] = /^Basic (.+)$/i.exec(authorizationOf(request)) ?? []
    return encoded === undefined
      ? undefined
      : /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1]
  })
}

function guard(
  apiKey: string | undefined,
  keyOf: (request: Request) => string | undefined,
): RequestHandler {
  return (request, _response, next) => {
    if (apiKey === undefined) {
      if (isOwnName(request.hostname)) return next()
      throw new Problem('FORBIDDEN', 'Without API_KEY the shop is for this machine only.')
    }
    if (isSame(keyOf(request) ?? '', apiKey)) return next()
    throw new Problem('UNAUTHORIZED', 'The key is missing or wrong. It is the API_KEY of the shop.')
  }
}

function authorizationOf(request: Request): string {
  return request.get('authorization') ?? ''
}

function isOwnName(hostname: string | undefined): boolean {
  return hostname !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}

/** Takes as long whatever differs, for hashes are of one length. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(hash(given), hash(expected))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
