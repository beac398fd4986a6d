import { describe } from 'vitest'
import { badArguments } from './bad-input/bad-arguments.ts'
import { badBackups } from './bad-input/bad-backups.ts'
import { badFields } from './bad-input/bad-fields.ts'
import { badSense } from './bad-input/bad-sense.ts'
import { badShops } from './bad-input/bad-shops.ts'
import { allOrNothingLaws } from './laws/all-or-nothing.ts'
import { anyOrderLaws } from './laws/any-order.ts'
import { batchLaws } from './laws/batches.ts'
import { booksLaws } from './laws/books.ts'
import { bridgedLabelLaws } from './laws/bridged-labels.ts'
import { keptSegmentLaws } from './laws/kept-segments.ts'
import { keptUpLaws } from './laws/kept-up.ts'
import { onceLaws } from './laws/once.ts'
import { portableLaws } from './laws/portable.ts'
import { raceLaws } from './laws/races.ts'
import { wallLaws } from './laws/walls.ts'
import { wouldChangeLaws } from './laws/would-change.ts'
import { answerStories } from './stories/answers.ts'
import { bounceStories } from './stories/bounces.ts'
import { bridgedLabelStories } from './stories/bridged-labels.ts'
import { buyerStories } from './stories/buyers.ts'
import { canReceiveStories } from './stories/can-receive.ts'
import { changedNumberStories } from './stories/changed-numbers.ts'
import { conflictStories } from './stories/conflicts.ts'
import { consentStories } from './stories/consents.ts'
import { customerStories } from './stories/customers.ts'
import { deadLetterStories } from './stories/dead-letters.ts'
import { firstContactStories } from './stories/first-contacts.ts'
import { foldedEventStories } from './stories/folded-events.ts'
import { historyStories } from './stories/history.ts'
import { keptHistoryStories } from './stories/kept-history.ts'
import { keptSegmentStories } from './stories/kept-segments.ts'
import { labelReportStories } from './stories/label-reports.ts'
import { labelStories } from './stories/labels.ts'
import { listStories } from './stories/lists.ts'
import { membershipStories } from './stories/memberships.ts'
import { messageStories } from './stories/messages.ts'
import { moneyStories } from './stories/money.ts'
import { numberStories } from './stories/numbers.ts'
import { orderDraftStories } from './stories/order-drafts.ts'
import { paymentStories } from './stories/payments.ts'
import { reassignedNumberStories } from './stories/reassigned-numbers.ts'
import { scoreStories } from './stories/scores.ts'
import { segmentContradictionStories } from './stories/segment-contradictions.ts'
import { segmentExplanationStories } from './stories/segment-explanations.ts'
import { segmentTextStories } from './stories/segment-texts.ts'
import { segmentInSegmentStories } from './stories/segments-in-segments.ts'
import { sendStories } from './stories/sends.ts'
import { standingStories } from './stories/standing.ts'
import { tagStories } from './stories/tags.ts'
import { timeStories } from './stories/times.ts'
import { toldProfileStories } from './stories/told-profiles.ts'
import { trialBalanceStories } from './stories/trial-balance.ts'
import { unchangedStories } from './stories/unchanged.ts'
import { viewStories } from './stories/views.ts'
import { wouldChangeStories } from './stories/would-change.ts'
import { faultyStorage, type OpenFaultyStorage } from './world/faulty-storage.ts'
import type { OpenStorage } from './world/open.ts'

export interface ShopKitOptions {
  /** The storage's name, for the names of the tests. */
  readonly name: string
  /** Opens a new, empty storage; the kit closes it. */
  readonly open: OpenStorage
  /**
   * Opens a new, empty storage over a connection that fails when told, for law 15; if absent, the
   * calls of the port fail instead of statements.
   */
  readonly openFaulty?: OpenFaultyStorage
}

/**
 * Registers the tests that a shop passes on every storage: the laws, bad input, and stories.
 *
 * `LANGGANAN_SEED`, `LANGGANAN_RUNS` and `LANGGANAN_LONG=1` choose what the laws draw and how often;
 * a failure prints its seed.
 */
export function shopKit({ name, open, openFaulty = portFaults(open) }: ShopKitOptions): void {
  describe(`shop kit on ${name}`, () => {
    keptUpLaws(open)
    keptSegmentLaws(open)
    booksLaws(open)
    onceLaws(open)
    raceLaws(open)
    batchLaws(open)
    anyOrderLaws(open)
    bridgedLabelLaws(open)
    wallLaws(open)
    allOrNothingLaws(openFaulty)
    portableLaws(open)
    wouldChangeLaws(open)
    badFields(open)
    badArguments(open)
    badSense(open)
    badShops(open)
    badBackups(open)
    moneyStories(open)
    trialBalanceStories(open)
    tagStories(open)
    membershipStories(open)
    segmentTextStories(open)
    segmentContradictionStories(open)
    segmentExplanationStories(open)
    wouldChangeStories(open)
    segmentInSegmentStories(open)
    keptSegmentStories(open)
    keptHistoryStories(open)
    viewStories(open)
    messageStories(open)
    sendStories(open)
    answerStories(open)
    labelStories(open)
    bridgedLabelStories(open)
    labelReportStories(open)
    consentStories(open)
    scoreStories(open)
    customerStories(open)
    numberStories(open)
    conflictStories(open)
    reassignedNumberStories(open)
    changedNumberStories(open)
    toldProfileStories(open)
    deadLetterStories(open)
    buyerStories(open)
    firstContactStories(open)
    paymentStories(open)
    orderDraftStories(open)
    standingStories(open)
    bounceStories(open)
    canReceiveStories(open)
    foldedEventStories(open)
    unchangedStories(open)
    listStories(open)
    historyStories(open)
    timeStories(open)
  })
}

/** Registers the part of {@link shopKit} that is about time, to be run under several time zones of the machine. */
export function shopTimeKit({ name, open }: ShopKitOptions): void {
  describe(`shop kit on ${name}, times`, () => timeStories(open))
}

function portFaults(open: OpenStorage): OpenFaultyStorage {
  return async () => faultyStorage(await open())
}
