/**
 * What to do about a refusal of a message.
 *
 * - `useTemplate`: the window is closed, whatever was known; only a template can go.
 * - `waitADay`: no more marketing to this person within 24 hours.
 * - `suppressMarketing`: the person stopped marketing.
 * - `slowDown`: the number sends too fast; `waitForPerson`: too fast to this person.
 * - `usePhone`: not to a user id.
 * - `giveUp`: this person cannot be reached.
 * - `fixTemplate`, `fixMessage`: sending the same again is refused again.
 * - `retry`: it passes by itself.
 * - `stop`: nothing more can be sent from this number until somebody has looked.
 * - `lookUp`: a code that the channel does not know.
 */
export type RefusalAct = (typeof acts)[number]

const acts = [
  'useTemplate',
  'waitADay',
  'suppressMarketing',
  'slowDown',
  'waitForPerson',
  'usePhone',
  'giveUp',
  'fixTemplate',
  'fixMessage',
  'retry',
  'stop',
  'lookUp',
] as const

/** Every act, frozen. */
export const refusalActs: readonly RefusalAct[] = /* @__PURE__ */ Object.freeze(acts)
