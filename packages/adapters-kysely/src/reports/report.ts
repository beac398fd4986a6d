import type { Reports } from '@langganan/core/storage'
import type { Target } from '../apply.ts'
import { customerAccounts } from './customer-accounts.ts'
import { deadLetters } from './dead-letters.ts'
import { dueTurns } from './due-turns.ts'
import { labelAgents } from './label-agents.ts'
import { labelBoard } from './label-board.ts'
import { labelContacts } from './label-contacts.ts'
import { labelMovement } from './label-movement.ts'
import { labelOrigins } from './label-origins.ts'
import { medianGap } from './median-gap.ts'
import { memberCounts } from './member-counts.ts'
import { openDrafts } from './open-drafts.ts'
import { orderTimes } from './order-times.ts'
import { productsBought } from './products-bought.ts'
import { segmentGrowth } from './segment-growth.ts'
import { trialBalance } from './trial-balance.ts'
import { unresolvedSends } from './unresolved-sends.ts'

type Answering = {
  readonly [K in keyof Reports]: (
    target: Target,
    question: Reports[K]['question'],
  ) => Promise<Reports[K]['answer']>
}

const answering: Answering = {
  memberCounts,
  dueTurns,
  unresolvedSends,
  openDrafts,
  deadLetters,
  segmentGrowth,
  orderTimes,
  medianGap,
  trialBalance,
  customerAccounts,
  productsBought,
  labelContacts,
  labelMovement,
  labelAgents,
  labelOrigins,
  labelBoard,
}

export function report<K extends keyof Reports>(
  target: Target,
  kind: K,
  question: Reports[K]['question'],
): Promise<Reports[K]['answer']> {
  return answering[kind](target, question)
}
