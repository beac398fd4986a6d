import type { BusinessNumber } from '../business.ts'
import { newMessageId } from '../ids.ts'
import { windowIsOpen } from '../people/person.ts'
import { exceedsPeople } from '../policy/limits.ts'
import { shownTemplate } from '../templates/check-parameters.ts'
import type { World } from '../world.ts'
import { carry, fail } from './carry.ts'
import type { Judged } from './judged.ts'
import { Refusal } from './refusals.ts'
import type { SendRequest } from './send-request.ts'

/** Takes a message, or refuses it, by the rules in their order; gives the body of the answer. */
export function sendMessage(world: World, number: BusinessNumber, request: SendRequest): unknown {
  const { timeline, random } = world
  const address = request.to ?? request.recipient ?? ''
  const person =
    request.to === undefined
      ? world.people.byUserId(request.recipient ?? '')
      : world.people.byPhone(request.to)
  const windowWasOpen = person !== undefined && windowIsOpen(person, number.id, timeline.now())
  const known = { request, number, address, person, windowWasOpen }
  try {
    checkNumber(number)
    checkRates(world, number, address)
    const judged = { ...known, ...templateOf(world, request) }
    const refusal = personalRefusal(world, judged)
    if (refusal !== undefined && world.tellsPersonalRefusals === 'answer') throw refusal
    const messageId = newMessageId(random, person?.phone ?? address)
    record(world, judged, messageId, refusal?.code)
    if (refusal === undefined) carry(world, judged, messageId)
    else fail(world, judged, messageId, refusal)
    return accepted(judged, messageId)
  } catch (error) {
    if (error instanceof Refusal) {
      record(world, { ...known, template: undefined, shown: undefined }, undefined, error.code)
    }
    throw error
  }
}

function checkNumber(number: BusinessNumber): void {
  if (!number.isRegistered) throw new Refusal(133010)
  if (number.refusal !== null) throw new Refusal(number.refusal)
}

/** Every call counts for throughput; only those that pass count for the person. */
function checkRates({ counters, timeline }: World, number: BusinessNumber, address: string): void {
  const now = timeline.now()
  if (counters.throughput.count(number.id, now) >= counters.limits.perSecond) {
    throw new Refusal(130429)
  }
  counters.throughput.add(number.id, now)
  const pair = `${number.id} ${address}`
  if (!counters.pairs.mayPass(pair, now)) throw new Refusal(131056)
  counters.pairs.pass(pair, now)
}

/** The template that is sent, with its parameters checked. */
function templateOf({ business }: World, request: SendRequest): Pick<Judged, 'template' | 'shown'> {
  if (request.type !== 'template') return { template: undefined, shown: undefined }
  const { name, language } = request.template
  const known = business.templates.find(
    ({ definition }) => definition.name === name && definition.language === language.code,
  )
  if (known === undefined || known.status === 'PENDING' || known.status === 'REJECTED') {
    throw new Refusal(132001)
  }
  if (known.status === 'PAUSED') throw new Refusal(132015)
  if (known.status === 'DISABLED') throw new Refusal(132016)
  const { definition } = known
  if (definition.category === 'authentication' && request.to === undefined) {
    throw new Refusal(131062)
  }
  return { template: definition, shown: shownTemplate(definition, request.template) }
}

/** Why this person cannot get this message, if so. */
function personalRefusal(world: World, judged: Judged): Refusal | undefined {
  const { counters, timeline } = world
  const { person, number, template, windowWasOpen } = judged
  const now = timeline.now()
  if (person === undefined || !person.isOnWhatsApp) return new Refusal(131026)
  if (template === undefined) return windowWasOpen ? undefined : new Refusal(131047)
  if (template.category === 'marketing') {
    if (person.marketingStopped.has(number.id)) return new Refusal(131050)
    if (counters.marketing.count(person.key, now) >= counters.limits.marketingPerDay) {
      return new Refusal(131049)
    }
  }
  if (!windowWasOpen && exceedsPeople(counters, person.key, now)) return new Refusal(131048)
  if (template.category === 'marketing') counters.marketing.add(person.key, now)
  if (!windowWasOpen) counters.outside.set(person.key, now)
  return undefined
}

function record(
  { sends, timeline }: World,
  { request, number, address, person, template, windowWasOpen }: Judged,
  messageId: string | undefined,
  refusal: number | undefined,
): void {
  sends.all.push({
    at: timeline.now(),
    number: number.id,
    address,
    person: person?.key,
    type: request.type,
    content: Reflect.get(request, request.type),
    template: request.type === 'template' ? request.template.name : undefined,
    category: template?.category,
    reference: request.biz_opaque_callback_data,
    messageId,
    refusal,
    windowWasOpen,
    marketingWasStopped: person?.marketingStopped.has(number.id) ?? false,
    wasBlocked: person?.blocked.has(number.id) ?? false,
  })
}

function accepted({ request, address, person }: Judged, messageId: string): unknown {
  const digits = address.replace(/^\+/, '')
  const contact =
    request.to === undefined
      ? { input: address, user_id: address }
      : {
          input: address,
          wa_id: digits,
          ...(person === undefined ? {} : { user_id: person.userId }),
        }
  return {
    messaging_product: 'whatsapp',
    contacts: [contact],
    messages: [{ id: messageId, message_status: 'accepted' }],
  }
}
