import { invalid } from './limits.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

export interface Place {
  /** Degrees, north above zero. */
  readonly latitude: number
  /** Degrees, east above zero. */
  readonly longitude: number
  readonly name?: string | undefined
  readonly address?: string | undefined
}

/** @throws LanggananError `INVALID_INPUT` */
export function locationMessage(place: Place): WhatsAppMessage {
  return freeForm('location', wirePlace('', place))
}

export function wirePlace(prefix: string, { latitude, longitude, name, address }: Place): unknown {
  if (!(Math.abs(latitude) <= 90)) throw invalid(`${prefix}latitude`, 'Expected −90 to 90 degrees.')
  if (!(Math.abs(longitude) <= 180)) {
    throw invalid(`${prefix}longitude`, 'Expected −180 to 180 degrees.')
  }
  return { latitude, longitude, name, address }
}
