import type { ChatEvent } from '../events/event.ts'
import { applyContact } from './apply-contact.ts'
import { applyNumberChange, applyUserIdChange } from './apply-identity-changes.ts'
import { applyCall, applyEcho, applyHistoryMessage, applyMessage } from './apply-messages.ts'
import { applyPreference } from './apply-preference.ts'
import { applyStatus } from './apply-status.ts'
import type { Ingestion } from './ingestion.ts'

/** Takes one event in; false where it has nothing that a shop keeps. */
export async function applyEvent(ingestion: Ingestion, event: ChatEvent): Promise<boolean> {
  switch (event.type) {
    case 'message':
      return applyMessage(ingestion, event)
    case 'echo':
      return applyEcho(ingestion, event)
    case 'historyMessage':
      return applyHistoryMessage(ingestion, event)
    case 'call':
      return applyCall(ingestion, event)
    case 'preference':
      return applyPreference(ingestion, event)
    case 'status':
      return applyStatus(ingestion, event)
    case 'contact':
      return applyContact(ingestion, event)
    case 'numberChanged':
      return applyNumberChange(ingestion, event)
    case 'userIdChanged':
      return applyUserIdChange(ingestion, event)
    default:
      return false
  }
}
