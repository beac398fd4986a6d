/** Examples of JSON, innermost first, and how a text says the same. */
const rewordings: readonly (readonly [RegExp, string])[] = [
  [/\{"(\w+)": (\d+)\}/g, '$2 $1'],
  [/\{"ago": ([^{}]+)\}/g, '$1 ago'],
  [/\{"between": \[(\w+), (\w+)\]\}/g, 'between $1 and $2'],
  [/\{"(\w+)": "?([^{}"]+)"?\}/g, '$1 $2'],
  [/"is": "(\w+)"/g, 'is $1'],
  [/"(today|\d+-\d+-\d+|YYYY-MM-DD)"/g, '$1'],
]

/** A message of the check, whose examples are JSON, for who wrote a text. */
export function inWords(problem: string): string {
  return rewordings.reduce((text, [json, words]) => text.replace(json, words), problem)
}
