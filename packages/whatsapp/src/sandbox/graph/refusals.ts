/** How the Graph API words a refusal. */
interface Wording {
  readonly status: number
  readonly title: string
  readonly details: string
}

const wordings: Readonly<Record<number, Wording>> = {
  1: { status: 400, title: 'API Unknown', details: 'Unknown error' },
  2: { status: 503, title: 'API Service', details: 'Service temporarily unavailable' },
  33: { status: 400, title: 'Parameter value is not valid', details: 'The number was deleted' },
  100: { status: 400, title: 'Invalid parameter', details: 'A parameter is not valid' },
  190: { status: 401, title: 'Invalid OAuth access token', details: 'Cannot parse access token' },
  368: { status: 403, title: 'Temporarily blocked for policies violations', details: 'Blocked' },
  130429: { status: 429, title: 'Rate limit hit', details: 'Too many messages from this number' },
  131000: { status: 500, title: 'Something went wrong', details: 'Unknown error' },
  131008: { status: 400, title: 'Required parameter is missing', details: 'Missing parameter' },
  131009: { status: 400, title: 'Parameter value is not valid', details: 'Invalid value' },
  131016: { status: 500, title: 'Service unavailable', details: 'Temporarily unavailable' },
  131021: { status: 400, title: 'Recipient cannot be sender', details: 'Same phone number' },
  131026: { status: 400, title: 'Message undeliverable', details: 'Unable to deliver message' },
  131031: { status: 403, title: 'Account has been locked', details: 'Account locked' },
  131042: { status: 400, title: 'Business eligibility payment issue', details: 'Payment issue' },
  131047: {
    status: 400,
    title: 'Re-engagement message',
    details: 'More than 24 hours have passed',
  },
  131048: { status: 400, title: 'Spam rate limit hit', details: 'Restricted number of messages' },
  131049: {
    status: 400,
    title: 'Meta chose not to deliver',
    details: 'Not delivered to maintain healthy ecosystem engagement',
  },
  131050: {
    status: 400,
    title: 'User has stopped marketing messages',
    details: 'The recipient has chosen to stop marketing messages',
  },
  131051: { status: 400, title: 'Unsupported message type', details: 'Unsupported type' },
  131053: { status: 400, title: 'Media upload error', details: 'Media cannot be used' },
  131056: {
    status: 429,
    title: 'Pair rate limit hit',
    details: 'Too many to the same phone number',
  },
  131057: { status: 500, title: 'Account in maintenance mode', details: 'In maintenance mode' },
  131062: {
    status: 400,
    title: 'User id recipients are not supported for this message',
    details: 'Send to a phone number instead',
  },
  132000: { status: 400, title: 'Template param count mismatch', details: 'Wrong number' },
  132001: { status: 404, title: 'Template does not exist', details: 'No such name and language' },
  132012: { status: 400, title: 'Template parameter format mismatch', details: 'Wrong format' },
  132015: { status: 400, title: 'Template is paused', details: 'Paused due to low quality' },
  132016: { status: 400, title: 'Template is disabled', details: 'Disabled due to low quality' },
  132018: { status: 400, title: 'Template parameter is not valid', details: 'Invalid parameter' },
  133010: { status: 400, title: 'Phone number not registered', details: 'Not registered' },
}

/** Thrown inside the sandbox, and answered as the Graph API answers. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: number
  readonly details: string

  constructor(code: number, details?: string) {
    super(wordingOf(code).title)
    this.code = code
    this.details = details ?? wordingOf(code).details
  }
}

/** The answer to a request that is refused. */
export function refusalAnswer({ code, message, details }: Refusal, trace: string): Response {
  const error = {
    message: `(#${code}) ${message}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: trace,
  }
  return Response.json({ error }, { status: wordingOf(code).status })
}

/** The same, as a status tells it. */
export function statusError({ code, message, details }: Refusal): unknown {
  return {
    code,
    title: message,
    message,
    error_data: { details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  }
}

function wordingOf(code: number): Wording {
  return wordings[code] ?? { status: 400, title: 'Error', details: `Error ${code}` }
}
