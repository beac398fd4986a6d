import type { Fault } from '../faults.ts'
import type { World } from '../world.ts'
import { Refusal, refusalAnswer } from './refusals.ts'
import { route } from './router.ts'

/** Answers a call as the platform would, with what goes wrong on the way. Only the network throws. */
export async function answerCall(world: World, request: Request): Promise<Response> {
  const fault = request.method === 'POST' ? world.faults.take() : undefined
  switch (fault?.fault) {
    case 'loseRequest':
      throw new TypeError('fetch failed')
    case 'unreachable':
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
      })
    case 'refuse':
      return refusalAnswer(new Refusal(fault.code), traceOf(world))
    default:
      return afterwards(world, fault, await answerOf(world, request))
  }
}

async function answerOf(world: World, request: Request): Promise<Response> {
  try {
    return await route(world, request)
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, traceOf(world))
    throw error
  }
}

/** What goes wrong once the call is done. */
async function afterwards(
  { timeline }: World,
  fault: Fault | undefined,
  answer: Response,
): Promise<Response> {
  if (fault?.fault === 'loseAnswer') throw new TypeError('terminated')
  if (fault?.fault === 'slow') await timeline.sleep(fault.milliseconds)
  return fault?.fault === 'garbleAnswer'
    ? new Response('<html>502 Bad Gateway</html>', { status: 502 })
    : answer
}

function traceOf({ random }: World): string {
  return `A${random.hex(22)}`
}
