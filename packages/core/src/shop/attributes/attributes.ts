import { z } from 'zod'
import { checkChoices, choicesOf } from '../../domain/customers/attributes.ts'
import type { AttributeType, AttributeTypeRow } from '../../domain/customers/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { checked } from '../input/checked.ts'
import { text } from '../input/values.ts'
import type { Runner } from '../runner.ts'

/** A custom attribute of customers. */
export interface DeclaredAttribute {
  readonly name: string
  readonly type: AttributeType
  /** What may be chosen, for `choice`. */
  readonly choices: readonly string[]
  /** Needs the person's consent before it leaves the shop. */
  readonly sensitive: boolean
}

export interface AttributeDeclaration {
  /** A letter, then at most 63 letters, digits or `_`. */
  readonly name: string
  readonly type: AttributeType
  /** What may be chosen, no two alike but for case or accents; needed for `choice`, and for no other type. */
  readonly choices?: readonly string[] | undefined
  /** False where nothing is said. */
  readonly sensitive?: boolean | undefined
}

const declarationInput: z.ZodType<AttributeDeclaration> = z
  .strictObject({
    name: z
      .string('Expected text')
      .regex(
        /^[A-Za-z][A-Za-z0-9_]{0,63}$/,
        'Expected a letter, then at most 63 letters, digits or _',
      ),
    type: z.enum(
      ['text', 'number', 'boolean', 'date', 'choice'],
      'Expected text, number, boolean, date or choice',
    ),
    choices: z
      .array(text(200))
      .min(1, 'Expected at least one choice')
      .max(1_000, 'Expected at most 1,000 choices')
      .optional(),
    sensitive: z.boolean('Expected true or false').optional(),
  })
  .refine(({ type, choices }) => (type === 'choice') === (choices !== undefined), {
    message: 'Expected choices for the type choice, and for no other',
    path: ['choices'],
  })

/** What the shop notes of customers beside the built-in fields. */
export interface Attributes {
  /** Declaring the same again changes nothing. @throws LanggananError `NAME_TAKEN` for the same name with another type */
  declare(input: AttributeDeclaration): Promise<DeclaredAttribute>
  /** By name. */
  list(): Promise<readonly DeclaredAttribute[]>
}

export function attributesOf({ read, alone }: Runner): Attributes {
  return {
    async declare(input) {
      const { name, type, choices, sensitive = false } = checked(declarationInput, input)
      checkChoices(choices ?? [])
      return alone(async (unit) => {
        const wanted = {
          name,
          type,
          choices: choices === undefined ? null : JSON.stringify(choices),
          sensitive: sensitive ? 1 : 0,
        } as const
        const [before] = await unit.tx.get('attributeTypes', [[name]])
        if (before !== undefined) {
          if (
            before.type === wanted.type &&
            before.choices === wanted.choices &&
            before.sensitive === wanted.sensitive
          )
            return declared(before)
          throw new LanggananError(
            'NAME_TAKEN',
            'An attribute of this name is declared otherwise already. Choose another name.',
            { field: 'name' },
          )
        }
        const row: AttributeTypeRow = { ...wanted, createdAt: unit.stamp.now }
        const into = unit.draft()
        into.insert('attributeTypes', row)
        into.event('attribute.declared', { attribute: name })
        await unit.write(into)
        return declared(row)
      })
    },
    list: () =>
      read(async ({ tx }) =>
        (await tx.scan('attributeTypes', null, Number.MAX_SAFE_INTEGER)).map(declared),
      ),
  }
}

function declared(row: AttributeTypeRow): DeclaredAttribute {
  return { name: row.name, type: row.type, choices: choicesOf(row), sensitive: row.sensitive === 1 }
}
