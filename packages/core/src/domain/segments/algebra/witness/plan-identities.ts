import type { AttributeValue } from '../../../customers/attributes.ts'
import type { IdentityKind } from '../../../customers/rows.ts'
import { whatsAppKinds } from '../../../interactions/window.ts'
import { isLocalDate } from '../../../time/local-date.ts'
import { type Held, heldAs } from '../prove/held.ts'
import { fits } from '../prove/refute-tests.ts'
import { chooseText, formsOfText } from './choose-text.ts'
import type { Life, LifeIdentity } from './life.ts'
import { heldOn, mayBeMissing, type Wanted } from './wanted.ts'

// Only what every shop takes, whatever its library of phone numbers says: Indonesian mobiles.
const isPossible: Readonly<Record<IdentityKind, (text: string) => boolean>> = {
  phone: (text) => /^\+628[1-35-9]\d{8,9}$/.test(text),
  whatsapp: (text) => /^628[1-35-9]\d{8,9}$/.test(text),
  email: (text) => /^[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]+$/.test(text),
  userId: (text) => /^[\w.-]+$/.test(text),
  lid: (text) => /^[\w.-]+$/.test(text),
  external: (text) => text.length <= 50,
}

const usual: Readonly<Record<IdentityKind, readonly string[]>> = {
  phone: ['+6281234567890', '+6285711112222'],
  whatsapp: ['6281234567890', '6285711112222'],
  email: ['sari@example.com', 'budi@example.id'],
  userId: ['ID.1', 'ID.7'],
  lid: ['10000000000001', '70000000000007'],
  external: ['K-1', 'P-7'],
}

const kinds: readonly IdentityKind[] = ['phone', 'email', 'whatsapp', 'userId', 'lid', 'external']

/** How the customer is known; undefined where no way was found. */
export function planIdentities(wanted: Wanted): Pick<Life, 'identities' | 'bouncedAt'> | undefined {
  const identities: LifeIdentity[] = []
  for (const kind of kinds) {
    const values = valuesFor(wanted, `identity ${kind}`, isBounce, (held) =>
      chooseText(held, isPossible[kind], completed(kind, held)),
    )
    if (values === undefined) return undefined
    identities.push(...values.map((value) => ({ kind, value })))
  }
  const bounces = heldAs(heldOn(wanted, 'identity email'), 'test', true).some(isBounce)
  const isWanted = (kind: IdentityKind): boolean => whatsAppKinds.includes(kind)
  const isReached = identities.some(({ kind }) => isWanted(kind))
  const reach = isReached ? [] : reachable(wanted)
  if (reach === undefined) return undefined
  return { identities: [...identities, ...reach], bouncedAt: bounces ? wanted.at : null }
}

function isBounce({ literal }: Held): boolean {
  return literal.constraint.kind === 'test' && literal.constraint.form === 'bouncedAt'
}

/** A way for WhatsApp to know the customer, where that is wanted. */
function reachable(wanted: Wanted): readonly LifeIdentity[] | undefined {
  const held = heldOn(wanted, `flag ${JSON.stringify({ op: 'reachable' })}`)
  if (!held.some(({ holds }) => holds)) return []
  for (const kind of whatsAppKinds) {
    const on = heldOn(wanted, `identity ${kind}`)
    const value = usual[kind].find((text) => fits(on, formsOfText(text)))
    if (heldAs(on, 'missing', true).length === 0 && value !== undefined) return [{ kind, value }]
  }
  return undefined
}

/** Beginnings and parts made a whole of the kind. */
function completed(kind: IdentityKind, held: readonly Held[]): readonly string[] {
  const parts = heldAs(held, 'test', true).flatMap(({ constraint: { test } }) =>
    'value' in test ? [String(test.value)] : [],
  )
  const whole = parts.flatMap((part) => {
    if (kind === 'email')
      return [
        `${part}@example.com`,
        `sari${part}`,
        `sari@${part}`,
        `${part}example.com`,
        `${part}.com`,
      ]
    if (kind === 'phone' || kind === 'whatsapp') {
      const plus = kind === 'phone' ? '+' : ''
      const begun = `${part}345678901234`
      return [
        begun.slice(0, plus.length + 13),
        `${plus}62812${part}567890`.slice(0, plus.length + 13),
        `${plus}628123456789`.slice(0, plus.length + 13 - part.length) + part,
      ]
    }
    return [`${part}7`]
  })
  return [...whole, ...usual[kind]]
}

/** Values such that every test is passed by one and what must fail fails for all. */
function valuesFor<V>(
  wanted: Wanted,
  variable: string,
  isLeftOut: (held: Held) => boolean,
  choose: (held: readonly Held[]) => V | undefined,
): readonly V[] | undefined {
  if (mayBeMissing(wanted, variable)) return []
  const held = heldOn(wanted, variable).filter(({ literal }) => literal.constraint.kind === 'test')
  const failed = held.filter((each) => !each.holds && !isLeftOut(each))
  const passed = held.filter((each) => each.holds && !isLeftOut(each))
  const wishes = passed.length === 0 ? [failed] : passed.map((each) => [each, ...failed])
  const values = wishes.map(choose)
  const found = values.filter((value) => value !== undefined)
  return found.length === values.length ? [...new Set(found)] : undefined
}

/** Multi-valued and custom fields; undefined where no values were found. */
export function planAttributes(wanted: Wanted): Life['attributes'] | undefined {
  const attributes = new Map<string, readonly AttributeValue[]>()
  for (const variable of wanted.store.keys()) {
    if (!variable.startsWith('attribute ')) continue
    const field = variable.slice('attribute '.length)
    const values = field.startsWith('attr.')
      ? customValue(wanted, variable, field)
      : valuesFor(
          wanted,
          variable,
          () => false,
          (held) => chooseText(held),
        )
    if (values === undefined) return undefined
    if (values.length > 0) attributes.set(field, values)
  }
  return attributes
}

/** A custom attribute has one value. */
function customValue(
  wanted: Wanted,
  variable: string,
  field: string,
): readonly AttributeValue[] | undefined {
  if (mayBeMissing(wanted, variable)) return []
  const declared = wanted.context.attributes.find(({ name }) => `attr.${name}` === field)
  if (declared === undefined) return undefined
  const held = heldOn(wanted, variable)
  const asNumber = (value: number) => fits(held, (form) => (form === 'number' ? value : null))
  switch (declared.type) {
    case 'boolean': {
      const flag = [true, false].find((each) => asNumber(Number(each)))
      return flag === undefined ? undefined : [flag]
    }
    case 'number': {
      const number = numbersNear(held).find(asNumber)
      return number === undefined ? undefined : [number]
    }
    case 'choice': {
      const choice = declared.choices.find((each) => fits(held, formsOfText(each)))
      return choice === undefined ? undefined : [choice]
    }
    default: {
      const isDate = declared.type === 'date'
      const text = chooseText(held, isDate ? isLocalDate : undefined, [
        '2020-01-01',
        '0001-01-01',
        '9999-12-31',
      ])
      return text === undefined ? undefined : [text]
    }
  }
}

function numbersNear(held: readonly Held[]): readonly number[] {
  const named = held.flatMap(({ literal: { constraint } }) => {
    if (constraint.kind !== 'test') return []
    const { test } = constraint
    if (test.is === 'between') return [Number(test.low), Number(test.high)]
    if (test.is === 'in') return test.values.slice(0, 100).map(Number)
    return 'value' in test ? [Number(test.value)] : []
  })
  const beside = named.flatMap((value) => [
    value + 1,
    value - 1,
    value * 1.000001,
    value / 2,
    value * 2,
  ])
  return [...named, 0, 1, ...beside].filter(Number.isFinite)
}
