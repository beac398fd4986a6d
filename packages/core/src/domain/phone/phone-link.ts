/** Chat links of WhatsApp with the digits of a number in the path, or as the parameter `phone`. */
const inPath = /^(?:https?:\/\/)?(?:www\.)?wa\.me\/([^/?#]+)\/?(?:[?#].*)?$/is
const asParameter =
  /^(?:(?:https?:\/\/)?(?:api|web|www)\.whatsapp\.com\/send\/?|whatsapp:\/\/send\/?)\?(?:[^#]*&)?phone=([^&#]+)/is

/** The address of a chat; behind the number may stand agent and device. */
const inAddress = /^([^@]{1,64}?)(?:[_:]\d+)*@(?:s\.whatsapp\.net|c\.us)$/i

/** A number to dial (RFC 3966), without what may stand behind it, such as an extension. */
const toDial = /^tel:([^;?]+)$/is

/**
 * The number in a link or a chat's address that people copy in place of a phone, as text for {@link parsePhone}; undefined
 * where the text is neither.
 */
export function phoneInLink(text: string): string | undefined {
  const link = text.trim()
  const [, digits] = inPath.exec(link) ?? asParameter.exec(link) ?? inAddress.exec(link) ?? []
  if (digits !== undefined) return international(decoded(digits).trim())
  const [, dialled] = toDial.exec(link) ?? []
  return dialled === undefined ? undefined : decoded(dialled)
}

/** With the signs that links escape: `%2B` is `+`. */
function decoded(text: string): string {
  return text.replace(/%([2-3]\d|2[A-F])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Chat links hold international numbers without their `+`; one with a 0 was put together by hand. */
function international(digits: string): string {
  return /^[+0]/.test(digits) ? digits : `+${digits}`
}
