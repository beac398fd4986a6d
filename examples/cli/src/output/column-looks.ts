import type { CustomerColumnName, CustomerListRow } from '@langganan/core'
import type { Session } from '../session/session.ts'
import type { Column } from './table.ts'

type Cell = (row: CustomerListRow, session: Pick<Session, 'money' | 'time'>) => string

/** How a column looks where it is not just its value under its name. */
export interface ColumnLook
  extends Partial<Pick<Column<CustomerListRow>, 'head' | 'most' | 'spare'>> {
  readonly cell?: Cell
  /** What it shows where it was asked for, if that is more. */
  readonly cellAsked?: Cell
  /** Whether it shows only where it was asked for. */
  readonly isAskedFor?: true
}

const asked = { isAskedFor: true } as const

/** The columns of core's catalogue in a table of the terminal. */
export const looks: Readonly<Record<CustomerColumnName, ColumnLook>> = {
  // An id would leave the others no room.
  customer: {
    cell: ({ external, phone }) => external[0] ?? phone ?? '',
    cellAsked: ({ external, phone, id }) => external[0] ?? phone ?? id,
  },
  // A placeholder name would say the same twice.
  name: {
    cell: ({ name, external, phone, id }) => (name === (external[0] ?? phone ?? id) ? '' : name),
    most: 24,
  },
  businessName: asked,
  // The chat link has it too, mostly.
  phone: {
    cell: ({ phone, chatLink }) =>
      phone === null || chatLink?.endsWith(phone.slice(1)) === true ? '' : phone,
    cellAsked: ({ phone }) => phone ?? '',
    spare: 12,
  },
  chat: { cell: ({ chatLink }) => (chatLink ?? '').replace('https://', ''), spare: 3 },
  email: { head: 'E-MAIL', spare: 13 },
  address: asked,
  city: { most: 20, spare: 9 },
  region: asked,
  country: { most: 20, spare: 10 },
  birthDate: asked,
  gender: asked,
  education: asked,
  occupation: asked,
  interests: asked,
  favouriteProducts: asked,
  preferredChannel: asked,
  notes: asked,
  added: { ...asked, cell: ({ addedAt }, { time }) => dayOf(time(addedAt)) },
  firstContact: { cell: ({ firstContactAt }, { time }) => dayOf(time(firstContactAt)), spare: 1 },
  acquisition: { spare: 2 },
  source: { most: 20, spare: 11 },
  campaign: asked,
  orders: { spare: 7 },
  ltv: { head: 'SPENT' },
  balance: {
    head: 'OWES',
    cell: ({ balance }, { money }) => balanceText(balance, money),
    spare: 4,
  },
  lastActivity: { spare: 8 },
  groups: { most: 24, spare: 6 },
  tags: { most: 24, spare: 5 },
  standing: { head: '', cell: standing },
  id: {
    cell: ({ id, external, phone }) => ((external[0] ?? phone ?? id) === id ? id : ''),
    cellAsked: ({ id }) => id,
    spare: 14,
  },
}

/** What a customer owes; what the shop owes is called so, and is no debt below zero. */
function balanceText(balance: number, money: Session['money']): string {
  if (balance === 0) return ''
  return balance < 0 ? `credit ${money(-balance)}` : money(balance)
}

function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length)
}

function standing({ archivedAt, blacklist, active }: CustomerListRow): string {
  if (blacklist !== null) return 'blacklisted'
  if (archivedAt !== null) return 'archived'
  return active ? 'window open' : ''
}
