import type { Request, RequestHandler } from 'express'
import { Problem } from './problem.ts'

/** Lets only the app's own pages send forms: a page of somebody else's could send them as well. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || isOwn(request)) return next()
  throw new Problem('FORBIDDEN', 'This form was not sent from a page of the shop.')
}

/** Browsers say where a request comes from, old ones by its origin only. */
function isOwn(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = request.get('origin') ?? ''
  return URL.canParse(origin) && new URL(origin).host === request.get('host')
}
