/** What a reader could not see, or what would not survive: controls, line ends, half pairs. */
const unseen = /["\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu

const shortForms: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
}

/** A text in double quotes, on one line. */
export function quote(text: string): string {
  return `"${text.replace(unseen, (sign) => shortForms[sign] ?? `\\u{${sign.codePointAt(0)?.toString(16)}}`)}"`
}

const escapes = /\\(?:u\{([0-9a-f]{1,6})\}|([\s\S]))/giu
const plainForms: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' }

/**
 * The text that stands between quotes.
 *
 * @param refuse takes the place of an escape that means nothing.
 */
export function unquote(raw: string, refuse: (at: number) => never): string {
  return raw.slice(1, -1).replace(escapes, (_, code: string, sign: string, at: number) => {
    const point = code === undefined ? undefined : Number.parseInt(code, 16)
    if (point !== undefined && point <= 0x10ffff) return String.fromCodePoint(point)
    return (sign === undefined ? undefined : plainForms[sign]) ?? refuse(at + 1)
  })
}
