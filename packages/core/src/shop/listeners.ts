import mitt from 'mitt'
import type { EventRow, EventType } from '../domain/history/rows.ts'
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
      const handler = (row: EventRow) => {
        try {
          listener(eventOf(row) as EventOf<typeof type>)
        } catch (error) {
          if (onError === undefined) void Promise.reject(error)
          else onError(error)
        }
      }
      emitter.on(type, handler)
      return () => emitter.off(type, handler)
    },
    announce: (events) => {
      for (const event of events) emitter.emit(event.type, event)
    },
  }
}
