import type { NewCustomerInput } from '../shop/input/customer.ts'
import { type Arrival, arrivalOf } from './arrival.ts'
import { type Buyer, buyerOf } from './buyer.ts'
import type { SimulatedGender } from './names/given-name.ts'
import { nameOf } from './names/name-of.ts'
import { typedPhone } from './phone-numbers.ts'
import { type Place, place } from './places.ts'
import { products } from './products.ts'
import type { World } from './world.ts'

/** A made-up customer. All of it follows from the seed and the customer's number. */
export interface Person {
  readonly customer: number
  readonly name: string
  readonly gender: SimulatedGender
  /** National mobile number without the leading 0. */
  readonly mobile: string
  readonly place: Place
  readonly buyer: Buyer
  readonly arrival: Arrival
  /** Positions in the lists of products, the favourite first. */
  readonly favourites: readonly [number, number]
}

export function personOf(world: World, customer: number): Person {
  const { streams } = world
  const random = streams.of('name', customer)
  const gender = random.chance(0.56) ? 'female' : 'male'
  const home = place(random)
  const buyer = buyerOf(streams, customer)
  const favourite = streams.of('favourite', customer)
  const choices = products[buyer.taste[0]].length
  return {
    customer,
    name: nameOf(home.culture(random), gender, random),
    gender,
    mobile: world.mobileOf(customer),
    place: home,
    buyer,
    arrival: arrivalOf(buyer.kind, world, streams.of('arrival', customer)),
    favourites: [favourite.below(choices), favourite.below(choices)],
  }
}

/** How a customer who is known already is named at a visit: the phone is typed anew each time. */
export function knownAs({ streams }: World, person: Person, visit: number): NewCustomerInput {
  const { customer, name, mobile } = person
  return { name, phone: typedPhone(mobile, streams.of('typing', customer, visit + 1)) }
}
