import type { RefusalAct } from '@langganan/core'

/** One kind of refusal of the Cloud API. */
export interface PlatformCode {
  readonly code: number
  readonly meaning: string
  readonly act: RefusalAct
}

/** The refusals of the Cloud API that are known, by their codes; the guide has the same table. */
export const platformCodes: readonly PlatformCode[] = /* @__PURE__ */ Object.freeze([
  { code: 0, meaning: 'The access token was not accepted.', act: 'stop' },
  {
    code: 1,
    meaning: 'A fault of the platform, or a request that it did not understand.',
    act: 'retry',
  },
  { code: 2, meaning: 'The platform is down or overloaded.', act: 'retry' },
  { code: 3, meaning: 'The access token lacks a permission.', act: 'stop' },
  { code: 4, meaning: 'The app calls too often.', act: 'slowDown' },
  { code: 10, meaning: 'The access token lacks a permission.', act: 'stop' },
  { code: 33, meaning: 'The business number was deleted.', act: 'stop' },
  { code: 100, meaning: 'A parameter is missing, misspelt or not allowed.', act: 'fixMessage' },
  { code: 190, meaning: 'The access token has expired or was withdrawn.', act: 'stop' },
  { code: 368, meaning: 'The account is blocked for a violation of policies.', act: 'stop' },
  { code: 80007, meaning: 'The account calls too often.', act: 'slowDown' },
  { code: 130429, meaning: 'The number sends more per second than it may.', act: 'slowDown' },
  {
    code: 130472,
    meaning: 'The person is part of an experiment without marketing.',
    act: 'waitADay',
  },
  { code: 130497, meaning: 'The account may not write to people of this country.', act: 'giveUp' },
  { code: 131000, meaning: 'A fault of the platform.', act: 'retry' },
  { code: 131005, meaning: 'The access token lacks a permission.', act: 'stop' },
  { code: 131008, meaning: 'A required parameter is missing.', act: 'fixMessage' },
  { code: 131009, meaning: 'A parameter has a value that is not allowed.', act: 'fixMessage' },
  { code: 131016, meaning: 'A service of the platform is unavailable.', act: 'retry' },
  { code: 131021, meaning: 'The recipient is the business number itself.', act: 'giveUp' },
  { code: 131026, meaning: 'The person cannot be reached on WhatsApp.', act: 'giveUp' },
  { code: 131030, meaning: 'A test number may only write to numbers on its list.', act: 'giveUp' },
  { code: 131031, meaning: 'The account is locked.', act: 'stop' },
  { code: 131037, meaning: 'The display name of the number is not approved.', act: 'stop' },
  { code: 131042, meaning: 'Something is wrong with the payment for the account.', act: 'stop' },
  { code: 131045, meaning: 'The number is not registered properly.', act: 'stop' },
  {
    code: 131047,
    meaning: 'More than 24 hours have passed since the person wrote.',
    act: 'useTemplate',
  },
  {
    code: 131048,
    meaning: 'The number is held back, for spam or for its messaging limit.',
    act: 'stop',
  },
  { code: 131049, meaning: 'The person gets enough marketing already.', act: 'waitADay' },
  { code: 131050, meaning: 'The person stopped marketing messages.', act: 'suppressMarketing' },
  { code: 131051, meaning: 'The type of the message is not supported.', act: 'fixMessage' },
  { code: 131052, meaning: 'Media that the person sent cannot be fetched.', act: 'fixMessage' },
  { code: 131053, meaning: 'The media cannot be used.', act: 'fixMessage' },
  {
    code: 131056,
    meaning: 'Too many messages to this person in a short time.',
    act: 'waitForPerson',
  },
  { code: 131057, meaning: 'The account is being maintained.', act: 'retry' },
  { code: 131062, meaning: 'Messages of this type cannot go to a user id.', act: 'usePhone' },
  {
    code: 132000,
    meaning: 'The number of parameters is not that of the template.',
    act: 'fixTemplate',
  },
  { code: 132001, meaning: 'There is no such template in this language.', act: 'fixTemplate' },
  { code: 132005, meaning: 'The template is too long with its parameters.', act: 'fixTemplate' },
  { code: 132007, meaning: 'The template violates a policy.', act: 'fixTemplate' },
  {
    code: 132012,
    meaning: 'A parameter has another format than the template says.',
    act: 'fixTemplate',
  },
  { code: 132015, meaning: 'The template is paused for its low quality.', act: 'fixTemplate' },
  { code: 132016, meaning: 'The template is disabled for its low quality.', act: 'fixTemplate' },
  { code: 132018, meaning: 'A parameter of the template is not valid.', act: 'fixTemplate' },
  { code: 132068, meaning: 'The form is blocked.', act: 'fixTemplate' },
  { code: 132069, meaning: 'The form was sent too often.', act: 'fixTemplate' },
  { code: 133010, meaning: 'The business number is not registered.', act: 'stop' },
  {
    code: 135000,
    meaning: 'The parameters of the message were not understood.',
    act: 'fixMessage',
  },
])

const byCode: ReadonlyMap<number, PlatformCode> = /* @__PURE__ */ new Map(
  platformCodes.map((known) => [known.code, known]),
)

/**
 * What to do about a code, in an answer or in the `errors` of a `failed` status.
 *
 * @example
 * ```ts
 * import { actOn } from '@langganan/whatsapp/outbound'
 *
 * const act: string = actOn(131047) // 'useTemplate'
 * ```
 */
export function actOn(code: number): RefusalAct {
  // 200 to 299 are permissions, one code each.
  if (code >= 200 && code <= 299) return 'stop'
  return byCode.get(code)?.act ?? 'lookUp'
}
