import { LanggananError } from '../error/langganan-error.ts'

/**
 * The phone number behind digits that WhatsApp gives (`wa_id`, `from`): a `+` before them.
 *
 * No numbering plan is asked, for WhatsApp knows numbers that phone libraries call invalid, and
 * read without a `+` some Indonesian ones come out as others. A `+` and separators are accepted.
 *
 * @throws LanggananError `INVALID_INPUT` if there is no digit at all.
 */
export function phoneFromWhatsApp(digits: string): string {
  const bare = digits.replace(/\D/g, '')
  if (bare === '') {
    throw new LanggananError('INVALID_INPUT', 'A WhatsApp number needs at least one digit.')
  }
  return `+${bare}`
}
