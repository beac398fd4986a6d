import { LanggananError } from '@langganan/core'
import type { WebhookTarget } from '../options.ts'

/** Asks a webhook for its challenge back, as the platform does when it is set up. */
export async function shakeHands(
  target: WebhookTarget | undefined,
  verifyToken: string,
  challenge: string,
): Promise<boolean> {
  if (target === undefined) {
    throw new LanggananError('INVALID_INPUT', 'This sandbox has no webhook yet: connect one.', {
      field: 'webhook',
    })
  }
  const url = new URL(typeof target === 'function' ? 'https://shop.example/webhook' : target)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.verify_token', verifyToken)
  url.searchParams.set('hub.challenge', challenge)
  const request = new Request(url)
  const response = await (typeof target === 'function' ? target(request) : fetch(request))
  return response.status === 200 && (await response.text()) === challenge
}
