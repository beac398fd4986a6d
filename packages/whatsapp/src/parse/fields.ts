import { accountUpdate, numberQuality, templateStatus } from './account.ts'
import { echoes, stateSyncs } from './app.ts'
import { calls } from './calls.ts'
import { type Change, itemsOf, type NumberChange, numberChange, originOf } from './change.ts'
import { history } from './history.ts'
import { eventItem, type Item, rejectedItem, unknownItem } from './items.ts'
import { messages } from './messages.ts'
import { platformError } from './platform-errors.ts'
import { preferences } from './preferences.ts'
import { statuses } from './statuses.ts'
import { userIdUpdates } from './system-changes.ts'

/** Reads one change by its field. */
export function* readChange(change: Change): Generator<Item> {
  const { field, value, place } = change
  const ofAccount = Object.hasOwn(accountReaders, field) ? accountReaders[field] : undefined
  const ofNumber = Object.hasOwn(numberReaders, field) ? numberReaders[field] : undefined
  if (ofAccount !== undefined) {
    yield* ofAccount(change)
  } else if (ofNumber === undefined) {
    yield unknownItem('field', field, place, value)
  } else {
    const known = numberChange(change)
    if (known === undefined) {
      yield rejectedItem(place, 'metadata.phone_number_id: expected an id', value)
      return
    }
    yield* noLists(change)
    yield* ofNumber(known)
    yield* errors(known)
  }
}

const lists = [
  'messages',
  'statuses',
  'errors',
  'message_echoes',
  'history',
  'calls',
  'state_sync',
  'user_preferences',
  'user_id_update',
]

/** What should be a list and is something else. */
function* noLists({ value, place }: Change): Generator<Item> {
  for (const name of lists) {
    const found = value[name]
    if (found === undefined || Array.isArray(found)) continue
    yield rejectedItem(`${place}.${name}`, 'expected a list', found)
  }
}

const accountReaders: Readonly<Record<string, (change: Change) => Iterable<Item>>> = {
  message_template_status_update: templateStatus,
  phone_number_quality_update: numberQuality,
  account_update: accountUpdate,
}

const numberReaders: Readonly<Record<string, (change: NumberChange) => Iterable<Item>>> = {
  *messages(change) {
    yield* messages(change)
    yield* statuses(change)
  },
  calls,
  history,
  smb_app_state_sync: stateSyncs,
  smb_message_echoes: echoes,
  user_id_update: userIdUpdates,
  user_preferences: preferences,
}

function* errors(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'errors')) {
    const error = platformError(raw)
    yield error === undefined
      ? rejectedItem(place, 'expected an error', raw)
      : eventItem({ type: 'error', ...originOf(change, place, raw), error })
  }
}
