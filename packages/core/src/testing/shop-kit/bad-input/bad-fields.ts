import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../commands/outcome.ts'
import { type Beginning, beginning } from '../world/beginning.ts'
import { callMethod } from '../world/methods.ts'
import { type OpenStorage, sharedStorage, shopIn } from '../world/open.ts'
import { populate } from '../world/population.ts'
import { copyRows } from '../world/rows.ts'
import { unchangedShops } from '../world/unchanged-shop.ts'
import { expectRefused } from './expect-refused.ts'
import type { InputSpec } from './inputs/input-spec.ts'
import { inputs } from './inputs/inputs.ts'
import { inside, withValueAt } from './paths.ts'
import type { Wrong } from './wrong-values.ts'

const unknownKeys = ['nmae', '__proto__', 'constructor', 'toString', ' name']

export function badFields(open: OpenStorage): void {
  describe('bad input: fields', () => {
    const shared = sharedStorage(open)
    const unchanged = unchangedShops(shared, 'fields', populate)
    let begun: Beginning | undefined
    const numbered = inputs.map((spec, i) => ({ spec, method: spec.method, i }))

    test.each(numbered)('bad input: every field of $method ($i)', async ({ spec }) => {
      const { kit, ids, expectUnchanged } = await unchanged()
      for (const [path, [what, value]] of wrongs(spec)) {
        const input = withValueAt(spec.right(ids), path, value)
        const call = callMethod(kit.shop, spec.method, spec.args(input, ids))
        const field = placed(spec, path)
        await expectRefused(call, { code: 'INVALID_INPUT', field }, `${field}: ${what}`)
      }
      await expectUnchanged()
    })

    test.each(numbered)(
      'bad input: $method ($i) without anything wrong is taken',
      async ({ spec, i }) => {
        begun ??= await beginning(shared(), {})
        const { rows, ids, clock } = begun
        await copyRows(shared(), rows, `right-${i}`)
        const { shop } = await shopIn(shared(), { id: `right-${i}`, clock, seed: i + 2 })
        const call = callMethod(shop, spec.method, spec.args(spec.right(ids), ids))
        expect(await outcomeOf(call)).toMatchObject({ done: true })
      },
    )
  })
}

/** Everything that may be wrong with an input, and where. */
function wrongs({ fields, closed }: InputSpec): readonly (readonly [path: string, wrong: Wrong])[] {
  const inFields = Object.entries(fields).flatMap(([path, list]) =>
    list.map((wrong) => [path, wrong] as const),
  )
  const unknown = closed.flatMap((path) =>
    unknownKeys.map((key) => [inside(path, key), ['an unknown field', 'x']] as const),
  )
  const whole: readonly Wrong[] = [
    ['null', null],
    ['text', 'a'],
    ['a number', 1],
    ['a list', []],
  ]
  return [...inFields, ...unknown, ...whole.map((wrong) => ['', wrong] as const)]
}

function placed({ place = '' }: InputSpec, path: string): string | undefined {
  if (path === '') return place === '' ? undefined : place
  return place === '' ? path : `${place}.${path}`
}
