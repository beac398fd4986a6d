import mitt from 'mitt'
import { LanggananError } from '../domain/error/langganan-error.ts'
import { type EventRow, type EventType, eventTypes } from '../domain/history/rows.ts'
import { didYouMean, quoted } from '../domain/segments/check/nearest.ts'
import { type EventOf, eventOf } from './history/history.ts'
import { printError } from './print-error.ts'

/** What calls back after a commit of this process. */
export interface Listeners {
  on<E extends EventType>(type: E, listener: (event: EventOf<E>) => void): () => void
  announce(events: readonly EventRow[]): void
}

type Report = (error: unknown) => void

/**
 * A listener that throws stops neither the others nor the call, whose commit stands.
 *
 * @param onError gets what listeners throw; without it the console does
 */
export function makeListeners(onError: Report | undefined): Listeners {
  const emitter = mitt<Record<EventType, EventRow>>()
  return {
    on: (type, listener) => {
      if (!eventTypes.includes(type)) throw noEvent(type)
      if (typeof listener !== 'function') throw noListener()
      const print = printer(type)
      const report =
        onError === undefined ? print : (error: unknown) => tell(() => onError(error), print)
      const handler = (row: EventRow) => {
        tell(() => listener(eventOf(row) as EventOf<typeof type>), report)
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

/** Calls, and hands on what is thrown, at once or later. */
function tell(call: () => unknown, report: Report): void {
  try {
    const answer = call()
    // A listener may be asynchronous, and nobody waits for it.
    if (isThenable(answer)) Promise.resolve(answer).catch(report)
  } catch (error) {
    report(error)
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value
}

/**
 * What was written is written, and others go on: an error of a bystander ends no process. Nobody is
 * there to catch it either, so it is shown where every platform shows errors.
 */
function printer(type: EventType): Report {
  return (error) =>
    printError(
      `a listener of "${type}" failed. What it heard of is done. Give openShop onListenerError to take such errors.`,
      error,
    )
}
