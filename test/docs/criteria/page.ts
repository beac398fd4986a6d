import { builders } from './builders.ts'
import { catalogue, now } from './catalogue.ts'
import {
  attributeEntries,
  type Entry,
  eventEntries,
  fieldEntries,
  otherEntries,
} from './entries.ts'
import { layOutSql } from './layout-sql.ts'

const beginning = `# All criteria

<!-- Written by the test of it: LANGGANAN_UPDATE_DOCS=1 npx vitest run --project=docs criteria -->

Everything that a predicate can ask, with an example as [JSON](segments.md), as a call of the builder, as [text](segment-text.md), and as what SQLite is asked about each row of \`customers\` and \`facts\`. The page is made from the code; what the forms mean is told in the guides.

The examples ask on ${new Date(now + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} in ${catalogue.timeZone}, in a shop that has the category VIP, the group Reseller, the tag VIP, the label Grade A, the tracked segment Langganan kopi (\`orders >= 3\`) and five attributes of its own. Instants are stored as milliseconds since 1970, money as minor units, texts also folded: without case and accents. The builder is imported as

\`\`\`ts
import {
${builderNames()}
} from '@langganan/core/segments'
\`\`\`
`

/** The page as it is to be. */
export function writtenPage(): string {
  return [
    beginning,
    '## Fields\n',
    ...fieldEntries.map(section),
    '## Your own fields\n',
    'Declared with `shop.attributes.declare`; one of each type.\n',
    ...attributeEntries.map(section),
    '## Events\n',
    'A measure over the events that pass the filters and lie in the period.\n',
    ...eventEntries.map(section),
    '## Windows, memberships, decisions, models, samples, logic\n',
    ...otherEntries.map(section),
  ].join('\n')
}

function section({ title, means, takes, predicate, builder, text, sql }: Entry): string {
  return [
    `### \`${title}\`\n`,
    `${means}${takes === '' ? '' : ` ${takes}`}\n`,
    block('json', jsonOf(predicate)),
    block('ts', builder),
    block('text', text),
    block('sql', layOutSql(sql)),
  ].join('\n')
}

function block(language: string, content: string): string {
  return `\`\`\`${language}\n${content}\n\`\`\`\n`
}

/** JSON on one line where it has room, else a line for each part. */
function jsonOf(value: unknown, indent = ''): string {
  // Line breaks within texts are escaped.
  const line = JSON.stringify(value, null, 1).replace(/\n */g, ' ')
  const isShort = indent.length + line.length <= 90
  if (isShort || typeof value !== 'object' || value === null) return line
  const deeper = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((each) => deeper + jsonOf(each, deeper))
    : Object.entries(value).map(
        ([key, each]) => `${deeper}${JSON.stringify(key)}: ${jsonOf(each, deeper)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`
}

function builderNames(): string {
  return Object.keys(builders)
    .sort()
    .map((name) => `  ${name},`)
    .join('\n')
}
