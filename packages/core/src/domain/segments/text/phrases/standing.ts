import { consentChannels, consentDecisions, consentPurposes } from '../../../consents/rows.ts'
import { type Lexicon, lexicon } from '../lexicon.ts'
import type { Phrase, ReadPhrase } from '../phrase.ts'
import { quote } from '../quote.ts'
import { readText } from '../values.ts'

const sendings: Lexicon<'freeForm' | 'template'> = /* @__PURE__ */ lexicon({
  'free-form': 'freeForm',
  'free form': 'freeForm',
  template: 'template',
})

const canReceive: ReadPhrase = (reader) => {
  const at = reader.at
  const sending = reader.one(sendings, 'free-form or template')
  const numberAt = reader.at
  if (sending === 'template' || !reader.skip('from'))
    return reader.keep({ canReceive: sending }, { canReceive: at })
  const businessNumber = readText(reader, 'a business number')
  const places = { canReceive: at, businessNumber: numberAt }
  return reader.keep({ canReceive: sending, businessNumber }, places)
}

const purposes = /* @__PURE__ */ wordsOf(consentPurposes)
const decisions = /* @__PURE__ */ wordsOf(consentDecisions)
const channels = /* @__PURE__ */ wordsOf(consentChannels)

const consent: ReadPhrase = (reader) => {
  const at = reader.at
  const purpose = reader.one(purposes, consentPurposes.join(', '))
  const isAt = reader.at
  const is = reader.one(decisions, consentDecisions.join(', '))
  const channelAt = reader.at
  if (!reader.skip('on')) return reader.keep({ consent: purpose, is }, { consent: at, is: isAt })
  const channel = reader.one(channels, consentChannels.join(', '))
  return reader.keep(
    { consent: purpose, is, channel },
    { consent: at, is: isAt, channel: channelAt },
  )
}

function wordsOf(words: readonly string[]): Lexicon<string> {
  return lexicon(Object.fromEntries(words.map((word) => [word, word])))
}

/** `can receive free-form`, `can receive free-form from "628111"`, `consent marketing granted on whatsapp`. */
export const standingPhrase: Phrase = {
  reads: { 'can receive': canReceive, consent },
  write(predicate) {
    if ('consent' in predicate) {
      const on = predicate.channel === undefined ? '' : ` on ${predicate.channel}`
      return `consent ${predicate.consent} ${predicate.is}${on}`
    }
    if (!('canReceive' in predicate)) return undefined
    if (predicate.canReceive === 'template') return 'can receive template'
    const { businessNumber } = predicate
    return `can receive free-form${businessNumber === undefined ? '' : ` from ${quote(businessNumber)}`}`
  },
}
