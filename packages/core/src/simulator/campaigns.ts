import type { Random } from './random.ts'
import type { Season } from './seasons.ts'
import type { ShopCalendar } from './shop-calendar.ts'

const bySeason: Readonly<Record<Season, string>> = {
  ramadan: 'ramadan',
  lebaran: 'lebaran',
  mudik: 'lebaran',
  harbolnas: 'harbolnas',
  natal: 'natal',
  imlek: 'imlek',
  kemerdekaan: 'merdeka',
}

/** The advertising campaign that runs at an instant: the season's, else the month's payday. */
export function campaignOn(calendar: ShopCalendar, at: number): string {
  const day = calendar.dayOf(at)
  const [year = '', month = ''] = calendar.dateOf(day).split('-')
  const season = calendar.season(day)
  return season === undefined ? `gajian-${year}-${month}` : `${bySeason[season]}-${year.slice(2)}`
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The id that a click-to-WhatsApp advertisement gives its click. */
export function clickId(random: Random): string {
  return `AR${Array.from({ length: 26 }, () => letters[random.below(letters.length)]).join('')}`
}
