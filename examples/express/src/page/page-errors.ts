import type { ErrorRequestHandler, RequestHandler } from 'express'
import { failureOf } from '../http/failure.ts'
import { noteError } from '../http/log.ts'
import { Problem } from '../http/problem.ts'
import { errorPage } from './error-page.ts'
import type { ViewFor } from './view.ts'

export const noSuchPage: RequestHandler = () => {
  throw new Problem('NOT_FOUND', 'There is no such page.')
}

/** Answers errors of pages as a page. Takes four parameters: by their number Express knows it. */
export function answerPageErrors(viewFor: ViewFor): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const { status, code, message } = failureOf(error)
    response.status(status)
    if (status === 401) response.set('www-authenticate', 'Basic realm="shop", charset="UTF-8"')
    noteError(response, code, error)
    response.send(errorPage(viewFor(request, response), status, message))
  }
}
