import type { Catalogue } from '../catalogue.ts'
import type { Describing } from '../describe/describing.ts'
import type { Language } from '../describe/language.ts'
import { type Locale, languages } from '../describe/languages.ts'
import { quotedText } from '../describe/quoted-text.ts'
import { dateText, minuteText, nameOf, toldType, valueText } from '../describe/values.ts'
import { attributeFieldName, isAttributeFieldName } from '../fields/attribute-field.ts'
import { findField } from '../fields/find-field.ts'
import type { Action, InteractAction, SetAction, SettleAction } from './action.ts'
import { boughtOrders } from './describe/bought-orders.ts'
import type { ChangeLanguage } from './describe/change-language.ts'
import { englishChanges } from './describe/english-changes.ts'
import { indonesianChanges } from './describe/indonesian-changes.ts'

const changeLanguages: Readonly<Record<Locale, ChangeLanguage>> = {
  en: englishChanges,
  id: indonesianChanges,
}

/**
 * An action as a phrase for people: `Rp 250.000 more in one order, paid`, `waiting until 3 December 2026 09:14`.
 * Names come from the catalogue.
 */
export function describeChange(action: Action, catalogue: Catalogue, locale: Locale): string {
  const words = changeLanguages[locale]
  const describing = { catalogue, language: languages[locale] }
  const { language } = describing
  switch (action.kind) {
    case 'wait':
      return words.wait(minuteText(action.until, catalogue.timeZone, language))
    case 'tag':
      return words.tag(nameOf(action.tag, catalogue.tags), action.given)
    case 'group':
      return words.group(nameOf(action.group, catalogue.groups), action.joined)
    case 'label': {
      const by = action.by === null ? null : quotedText(action.by)
      return words.label(nameOf(action.label, catalogue.labels), action.change, by)
    }
    case 'consent': {
      const { purpose, channel, decision } = action
      return words.consent(
        language.word(purpose),
        channel === null ? null : language.word(channel),
        language.word(decision),
      )
    }
    case 'set':
      return settingText(action, words, describing)
    case 'archive':
      return words.archived(action.archived)
    case 'blacklist':
      return words.blacklisted(action.blacklisted)
    case 'bounce':
      return words.bounced(action.email, action.bounced)
    case 'interact':
      return interactionText(action, words, describing)
    case 'pay':
    case 'refund':
      return settlementText(action, words, language)
    case 'return':
      return words.returned(language.amount(action.amount, catalogue.currency), action.refunded)
    case 'buy':
      return words.bought(boughtOrders(action, describing))
  }
}

function settingText(
  { field, value, isExample, taken }: SetAction,
  words: ChangeLanguage,
  describing: Describing,
): string {
  const { catalogue, language } = describing
  const nouns: Readonly<Record<string, string>> = language.nouns
  const noun = isAttributeFieldName(field)
    ? quotedText(field.slice(attributeFieldName('').length))
    : (nouns[field] ?? field)
  if (value === null) return words.emptied(noun)
  if (taken !== undefined) return words.taken(noun, taken.map(quotedText))
  if (isExample) return words.toAnything(noun)
  const type = toldType(findField(field, catalogue)?.field.type ?? 'text', field)
  const text = (each: string | number | boolean): string =>
    type === 'localDate' ? dateText(String(each), language) : valueText(each, type, describing)
  return words.set(noun, typeof value === 'object' ? value.map(text).join(', ') : text(value))
}

function interactionText(
  { count, interaction }: InteractAction,
  words: ChangeLanguage,
  { language }: Describing,
): string {
  const { kind, direction, channel, term, product, device, businessNumber } = interaction
  const asked = { channel, number: businessNumber, term, product, device }
  const about = Object.entries(asked).flatMap(([name, value]) =>
    value === null ? [] : [language.filter(name, quotedText(value))],
  )
  return words.interactions(count, kind, direction, ` (${about.join(', ')})`)
}

function settlementText(
  { kind, parts, method }: SettleAction,
  words: ChangeLanguage,
  language: Language,
): string {
  const sums = new Map<string, number>()
  for (const { amount, currency } of parts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  const amounts = [...sums]
    .map(([currency, amount]) => language.amount(amount, currency))
    .join(' + ')
  const numbers = parts.map(({ orderId }) => quotedText(orderId))
  if (kind === 'refund') return words.refunded(amounts, numbers)
  return words.paid(amounts, numbers, method === 'cash' ? null : quotedText(method))
}
