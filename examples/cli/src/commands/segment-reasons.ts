import type { Locale } from '@langganan/core'
import { check } from '@langganan/core/segments'
import { parse, print } from '@langganan/core/segments/text'
import { type Command, Option } from 'commander'
import { withPredicate, withSegment } from '../errors/in-predicate.ts'
import { customerArgument } from '../input/customer-argument.ts'
import { changesText, explanationText, nextText, reasonWords } from '../output/explanation.ts'
import { withTimes } from '../output/explanation-times.ts'
import { findingsOf, findingText } from '../output/findings.ts'
import { findCustomer } from '../session/find-customer.ts'
import { withShop } from '../session/with-shop.ts'

interface LanguageOption {
  readonly lang: Locale
}

export const segmentArgument =
  'a predicate as text or in JSON, @FILE, - for stdin, or the name of a saved segment'
/** `check`, `describe`, `explain` and `next`: what a segment says, and why and until when. */
export function defineSegmentReasons(command: Command): void {
  command
    .command('check')
    .description(
      'Says what a text reads as, or where it goes wrong, and whether it matches nobody or everybody.',
    )
    .argument('<text>', 'a predicate as text or in JSON, @FILE or - for stdin')
    .action((text: string, _options: unknown, self: Command) =>
      withShop(self, async ({ shop, now }) => {
        const catalogue = await shop.segments.catalogue()
        const where = await withPredicate(text, (predicate) =>
          typeof predicate === 'string' ? parse(predicate, catalogue) : check(predicate, catalogue),
        )
        const canonical = print(where, catalogue)
        const findings = findingsOf(where, catalogue, now())
        return {
          json: { text: canonical, where, findings },
          text: [canonical, ...findings.map(findingText)].join('\n'),
        }
      }),
    )
  inLanguages(command.command('describe'))
    .description('Says in a sentence who belongs to a segment.')
    .argument('<segment>', segmentArgument)
    .action((text: string, { lang }: LanguageOption, self: Command) =>
      withShop(self, async (session) => {
        const { segments } = session.shop
        const sentence = await withSegment(text, session, (segment) =>
          segments.describe(segment, { locale: lang }),
        )
        return { json: { sentence }, text: sentence }
      }),
    )
  inLanguages(command.command('explain'))
    .description(
      'Says why a customer belongs to a segment or does not, part by part, and when and by what that changes.',
    )
    .argument('<segment>', segmentArgument)
    .argument('<customer>', customerArgument)
    .action((text: string, customer: string, { lang }: LanguageOption, self: Command) =>
      withShop(self, async (session) => {
        const { segments } = session.shop
        const id = await findCustomer(session.shop, customer)
        const { explanation, changes } = await withSegment(text, session, async (segment) => ({
          explanation: await segments.explain(segment, id, { locale: lang }),
          changes: (await segments.whatWouldChange(segment, id, { locale: lang })).changes,
        }))
        const catalogue = await segments.catalogue()
        const words = reasonWords[lang]
        const why = explanationText(explanation, catalogue, session, words)
        return {
          json: withTimes({ ...explanation, changes }),
          text: `${why}\n\n${changesText(changes, words)}`,
        }
      }),
    )
  inLanguages(command.command('next'))
    .description('Says when time alone changes whether a customer belongs to a segment.')
    .argument('<segment>', segmentArgument)
    .argument('<customer>', customerArgument)
    .action((text: string, customer: string, { lang }: LanguageOption, self: Command) =>
      withShop(self, async (session) => {
        const { segments } = session.shop
        const id = await findCustomer(session.shop, customer)
        const { holds, next } = await withSegment(text, session, (segment) =>
          segments.explain(segment, id),
        )
        const words = reasonWords[lang]
        const verdict = holds ? words.belongs : words.doesNot
        return { json: { holds, next }, text: `${verdict}\n${nextText(next, session, words)}` }
      }),
    )
}

function inLanguages(command: Command): Command {
  return command.addOption(
    new Option('--lang <language>', 'English or Indonesian').choices(['en', 'id']).default('en'),
  )
}
