const mexico = /^\+52(1?)(\d{10})$/
const argentina = /^\+54(9?)(\d{10})$/
const brazil = /^\+55(\d\d)(9?)([6-9]\d{7})$/ // mobiles only: landlines begin with 2 to 5

/**
 * The other spellings under which WhatsApp may know a number, without the number itself.
 *
 * Mexico with and without 1, Argentina with and without 9 after the country code, Brazilian mobiles
 * with and without the ninth digit. They serve to match; what is stored and sent to is the original.
 */
export function phoneVariants(e164: string): string[] {
  const [, one, mexican] = mexico.exec(e164) ?? []
  if (mexican !== undefined) return [one ? `+52${mexican}` : `+521${mexican}`]
  const [, nine, argentinian] = argentina.exec(e164) ?? []
  if (argentinian !== undefined) return [nine ? `+54${argentinian}` : `+549${argentinian}`]
  const [, area, ninth, brazilian] = brazil.exec(e164) ?? []
  if (brazilian !== undefined) return [`+55${area}${ninth ? '' : '9'}${brazilian}`]
  return []
}

/** The one spelling that stands for a number in all its variants: the shortest. For comparing only. */
export function phoneKey(e164: string): string {
  const [variant = e164] = phoneVariants(e164)
  return variant.length < e164.length ? variant : e164
}
