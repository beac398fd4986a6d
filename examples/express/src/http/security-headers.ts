import type { RequestHandler } from 'express'

/** Pages run no script, load nothing from elsewhere, and stand in no frame of others. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': policy,
    // Not `no-referrer`: forms would come without an origin then, and be taken for another site's.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Names and balances are nobody else's; a shared cache must not keep them.
    'cache-control': 'no-store',
  })
  next()
}
