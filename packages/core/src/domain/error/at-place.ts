import { isLanggananError, LanggananError } from './langganan-error.ts'

/** The path of a field inside a place: `lines[2]` and `price` make `lines[2].price`. */
export function fieldAt(place: string, field: string | undefined): string | undefined {
  if (field === undefined || field === '') return place === '' ? undefined : place
  return place === '' || field.startsWith('[') ? place + field : `${place}.${field}`
}

/** The same error with its field inside a larger input. Other errors stay as they are. */
function errorAt(place: string, error: unknown): unknown {
  if (place === '' || !isLanggananError(error)) return error
  return new LanggananError(error.code, error.message, {
    field: fieldAt(place, error.field),
    details: error.details,
    cause: error,
  })
}

/** Does the work; its errors name the place first. */
export async function atPlace<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw errorAt(place, error)
  }
}
