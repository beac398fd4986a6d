import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import { conflictInput, listConflictsInput } from '../../src/shop/input/conflict.ts'
import { consentInput } from '../../src/shop/input/consent.ts'
import {
  blacklistInput,
  customerChangesInput,
  listCustomersInput,
  newCustomerInput,
  pageInput,
  searchOptions,
} from '../../src/shop/input/customer.ts'
import { deadLetterInput, listDeadLettersInput } from '../../src/shop/input/dead-letter.ts'
import { interactionSchema } from '../../src/shop/input/interaction.ts'
import { labelEventInput } from '../../src/shop/input/label.ts'
import { messageStatusInput } from '../../src/shop/input/message-status.ts'
import { openDraftsInput, orderDraftInput } from '../../src/shop/input/order-draft.ts'
import { scoresInput } from '../../src/shop/input/scores.ts'
import {
  mayReceiveInput,
  resolveSendInput,
  sendInput,
  unresolvedInput,
} from '../../src/shop/input/send.ts'
import {
  confirmDraftInput,
  payInput,
  settleInput,
  transactionSchema,
} from '../../src/shop/input/transaction.ts'
import { newViewInput, viewChangesInput } from '../../src/shop/input/view.ts'
import { inputs } from '../../src/testing/shop-kit/bad-input/inputs/inputs.ts'
import { lives } from '../../src/testing/shop-kit/commands/lives.ts'
import { otherMethods } from '../../src/testing/shop-kit/world/every-method.ts'
import { methodNames } from '../../src/testing/shop-kit/world/methods.ts'
import { newShop } from '../../src/testing/shop-kit/world/open.ts'

test('the lives that the kit draws call every public method', async () => {
  const { shop } = await newShop(memoryStorage)
  const drawn = fc.sample(lives, { numRuns: 400, seed: 1 })
  const called = new Set(drawn.flatMap(({ commands }) => commands.map(({ call }) => call)))
  const methods = methodNames(shop).filter((name) => !otherMethods.includes(name))
  expect(methods.filter((name) => !called.has(name))).toEqual([])
})

describe('every field that an input takes has wrong values in the kit', () => {
  const sale = { lines: [], customer: '' }
  const creditNote = { ...sale, kind: 'creditNote' }
  test.each<[method: string, schema: object, leftOut: string[]]>([
    ['customers.add', newCustomerInput, []],
    ['customers.addMany', newCustomerInput, []],
    ['customers.edit', customerChangesInput, []],
    ['customers.blacklist', blacklistInput, []],
    ['customers.list', listCustomersInput, ['where']],
    ['customers.search', searchOptions, []],
    ['segments.members', pageInput, []],
    ['views.create', newViewInput, ['where']],
    ['views.edit', viewChangesInput, ['where']],
    ['labels.record', labelEventInput, []],
    ['labels.recordMany', labelEventInput, []],
    ['consents.record', consentInput, []],
    ['scores.record', scoresInput, []],
    ['messages.recordStatus', messageStatusInput, []],
    ['messages.recordStatuses', messageStatusInput, []],
    ['messages.send', sendInput, []],
    ['messages.mayReceive', mayReceiveInput, []],
    ['messages.unresolved', unresolvedInput, []],
    ['messages.resolve', resolveSendInput, []],
    ['conflicts.record', conflictInput, []],
    ['conflicts.dismiss', conflictInput, []],
    ['conflicts.list', listConflictsInput, []],
    ['deadLetters.record', deadLetterInput, []],
    ['deadLetters.recordMany', deadLetterInput, []],
    ['deadLetters.list', listDeadLettersInput, []],
    ['drafts.record', orderDraftInput, []],
    ['drafts.confirm', confirmDraftInput, []],
    ['drafts.open', openDraftsInput, []],
    ['value.regulars', pageInput, []],
    ['transactions.record', transactionSchema(sale), []],
    ['transactions.record', transactionSchema(creditNote), []],
    ['interactions.record', interactionSchema({ customer: '' }), []],
    ['interactions.recordMany', interactionSchema({ customer: {} }), ['customer']],
    ['transactions.pay', payInput, []],
    ['transactions.payMany', payInput, []],
    ['transactions.refund', settleInput, []],
  ])('%s', (method, schema, leftOut) => {
    const specs = inputs.filter((spec) => spec.method === method)
    const tried = new Set(specs.flatMap(({ fields }) => Object.keys(fields)))
    const shape: unknown = Reflect.get(schema, 'shape')
    const fields = Object.keys(shape ?? {}).filter((field) => !leftOut.includes(field))
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter((field) => !tried.has(field))).toEqual([])
  })
})
