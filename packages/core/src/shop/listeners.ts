import mitt from 'mitt'
import { LanggananError } from '../domain/error/langganan-error.ts'
import { type EventRow, type EventType, eventTypes } from '../domain/history/rows.ts'
import { didYouMean, quoted } from '../domain/segments/check/nearest.ts'
import { type EventOf, eventOf } from './history/history.ts'

/** What calls back after a commit of this process. */
export interface Listeners {
  on<E extends EventType>(type: E, listener: (event: EventOf<E>) => void): () => void
  announce(events: readonly EventRow[]): void
}

/**
 * A listener that throws stops neither the others nor the call, whose commit stands.
 *
 * @param onError gets what listeners throw; without it the platform does, as an unhandled rejection
 */
export function makeListeners(onError: ((error: unknown) => void) | undefined): Listeners {
  const emitter = mitt<Record<EventType, EventRow>>()
  return {
    on: (type, listener) => {
      if (!eventTypes.includes(type)) throw noEvent(type)
      if (typeof listener !== 'function') throw noListener()
      const handler = (row: EventRow) => {
        tell(() => listener(eventOf(row) as EventOf<typeof type>), onError)
      }
      emitter.on(type, handler)
      return () => emitter.off(type, handler)
    },
    announce: (events) => {
      for (const event of events) emitter.emit(event.type, event)
    },
  }
}

function noEvent(type: unknown): LanggananError {
  const message =
    typeof type === 'string'
      ? `There is no event ${quoted(type)}.${didYouMean(type, eventTypes)}`
      : 'Expected the type of an event, such as "customer.added".'
  return new LanggananError('INVALID_INPUT', message, { field: 'type' })
}

function noListener(): LanggananError {
  return new LanggananError('INVALID_INPUT', 'Expected a function to call back.', {
    field: 'listener',
  })
}

/** Calls, and hands what is thrown on: to `onError`, and what that throws, to the platform. */
function tell(call: () => unknown, onError: ((error: unknown) => void) | undefined): void {
  const report = (error: unknown): void => {
    if (onError === undefined) void Promise.reject(error)
    else tell(() => onError(error), undefined)
  }
  try {
    const answer = call()
    // A listener may be asynchronous, and nobody waits for it.
    if (answer instanceof Promise) answer.catch(report)
  } catch (error) {
    report(error)
  }
}
