import type { WebhookReport } from '@langganan/whatsapp'
import type { RequestHandler, Response } from 'express'

/** One request, without anything of a person: neither address nor query, body or name. */
export interface LogEntry {
  readonly method: string
  /** The route's pattern, as `/api/customers/:id`. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  /** Of what went wrong. */
  readonly error?: string
}

/** What a webhook came to: counts and places. Of an error only the name, for its message may say more. */
export interface WebhookEntry {
  readonly webhook: Omit<WebhookReport, 'error'>
  readonly error?: string
}

export type Log = (entry: LogEntry | WebhookEntry) => void

/** Writes an entry as a line of JSON. */
export function logLine(entry: LogEntry | WebhookEntry): void {
  console.log(JSON.stringify(entry))
}

/** Tells of every request once it is answered, or its connection gone. */
export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now()
    response.on('close', () => {
      const error: unknown = response.locals.error
      log({
        method: request.method,
        route: routeOf(response),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - begun),
        ...(typeof error === 'string' ? { error } : {}),
      })
    })
    next()
  }
}

/** What a path holds may be a person's; the pattern that it fits is not. */
function routeOf({ req }: Response): string {
  const route: unknown = req.route
  if (typeof route !== 'object' || route === null || !('path' in route)) return '-'
  return `${req.baseUrl}${String(route.path)}`
}

/** Says for the log what went wrong: names and codes only, for messages may hold what was given. */
export function noteError(response: Response, code: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error
  const cause = error instanceof Error ? codeOf(error.cause) : ''
  response.locals.error = `${code} ${name}${cause}${placeOf(error, response.statusCode)}`
}

/** A driver's own code, as `SQLITE_FULL` or a SQLSTATE. */
function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : ''
}

/** Where in the program what nobody foresaw happened. The first lines of a stack are its message. */
function placeOf(error: unknown, status: number): string {
  if (status < 500 || !(error instanceof Error)) return ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  return frames
    .slice(0, 5)
    .map((line) => ` ${line.trim()}`)
    .join('')
}
