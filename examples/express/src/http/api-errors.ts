import type { ErrorRequestHandler, RequestHandler } from 'express'
import { failureOf } from './failure.ts'
import { noteError } from './log.ts'
import { Problem } from './problem.ts'

/** Whatever the API does not know. */
export const noSuchRoute: RequestHandler = () => {
  throw new Problem(
    'NOT_FOUND',
    'There is nothing at this address. The README of the app lists the routes.',
  )
}

/** Answers errors of the API as JSON. Takes four parameters: by their number Express knows it. */
export const answerApiErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error)
    return
  }
  const { status, ...told } = failureOf(error)
  response.status(status)
  if (status === 503) response.set('retry-after', '1')
  if (status === 401) response.set('www-authenticate', 'Bearer')
  noteError(response, told.code, error)
  response.json({ error: told })
}
