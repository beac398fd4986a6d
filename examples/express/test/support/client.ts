/** An answer of the API. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by name.
  readonly body: any
}

export interface Client {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

/** Asks an API as a program would. */
export function clientOf(url: string): Client {
  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${url}/api${path}`, init)
    return { status: response.status, headers: response.headers, body: await response.json() }
  }

  function send(method: string, path: string, body: unknown, headers = {}): Promise<Answer> {
    const json = { 'content-type': 'application/json', ...headers }
    return ask(path, { method, headers: json, body: JSON.stringify(body) })
  }

  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
  }
}

/** An address's query, escaped. */
export function query(parameters: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(parameters)}`
}
