import { LanggananError } from '@langganan/core'
import { checkPhone, digitsOf } from '../business.ts'
import type { Random } from '../time/random.ts'
import { madeUpUserId, type Person, type PersonInput, personOf } from './person.ts'

/** Everybody on WhatsApp. */
export class People {
  readonly #byDigits = new Map<string, Person>()
  readonly #byUserId = new Map<string, Person>()
  readonly #random: Random
  #count = 0

  constructor(random: Random) {
    this.#random = random
  }

  add(input: PersonInput): Person {
    this.#count += 1
    const person = personOf(input, `person-${this.#count}`, this.#random)
    this.#checkFree('phone', this.byPhone(person.phone))
    this.#checkFree('userId', this.byUserId(person.userId))
    this.#keep(person)
    return person
  }

  byPhone(phone: string): Person | undefined {
    return this.#byDigits.get(digitsOf(phone))
  }

  byUserId(userId: string): Person | undefined {
    return this.#byUserId.get(userId)
  }

  /** A new number brings a new user id, and no window is open any more. */
  changeNumber(person: Person, phone: string): void {
    checkPhone('phone', phone)
    this.#checkFree('phone', this.byPhone(phone))
    this.#byDigits.delete(digitsOf(person.phone))
    this.#byUserId.delete(person.userId)
    person.phone = phone
    person.userId = madeUpUserId(this.#random)
    person.lastInbound.clear()
    this.#keep(person)
  }

  #keep(person: Person): void {
    this.#byDigits.set(digitsOf(person.phone), person)
    this.#byUserId.set(person.userId, person)
  }

  #checkFree(field: string, known: Person | undefined): void {
    if (known === undefined) return
    throw new LanggananError('INVALID_INPUT', 'Somebody in this sandbox has that already.', {
      field,
    })
  }
}
