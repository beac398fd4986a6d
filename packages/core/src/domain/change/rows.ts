import type { CategoryRow } from '../categories/rows.ts'
import type {
  ConsentChannel,
  ConsentEventRow,
  ConsentPurpose,
  ConsentRow,
} from '../consents/rows.ts'
import type {
  AttributeRow,
  AttributeTypeRow,
  CustomerRow,
  IdentityConflictRow,
  IdentityRow,
  IdentityRowKind,
  PastIdentityRow,
} from '../customers/rows.ts'
import type { DeadLetterRow } from '../dead-letters/rows.ts'
import type { GroupMemberRow, GroupRow } from '../groups/rows.ts'
import type { CountDeltaRow, CountKind, EventRow } from '../history/rows.ts'
import type { InteractionRow, WindowRow } from '../interactions/rows.ts'
import type { SegmentChangeRow, TurnRow } from '../kept/rows.ts'
import type {
  LabelEditRow,
  LabelEventRow,
  LabelRow,
  LabelSpanRow,
  LinkedIdRow,
  WaitingLabelEventRow,
} from '../labels/rows.ts'
import type { EntryRow, PostingRow } from '../ledger/rows.ts'
import type { MessageStatusRow, SendRow } from '../messages/rows.ts'
import type { DraftLineRow, OrderDraftRow } from '../order-drafts/rows.ts'
import type { ScoresRow } from '../scores/rows.ts'
import type { SegmentMemberRow, SegmentRow } from '../segments/rows.ts'
import type { ShopRow, SnapshotKind, SnapshotRow } from '../shops/rows.ts'
import type { TagMemberRow, TagRow } from '../tags/rows.ts'
import type {
  AllocationRow,
  ChargeRow,
  LineRow,
  OnceKeyRow,
  OnceScope,
  PaymentRow,
  TransactionRow,
} from '../transactions/rows.ts'
import type { FactsRow } from '../value/rows.ts'
import type { ViewRow } from '../views/rows.ts'

/** What a row may hold: the same values in memory and in every database. Flags are 0 and 1, JSON is text. */
export type Cell = string | number | null

/** Every table and its row. The shop id is not in a row: a storage transaction is bound to one shop. */
export interface Rows {
  readonly shops: ShopRow
  readonly snapshots: SnapshotRow
  readonly customers: CustomerRow
  readonly identities: IdentityRow
  readonly pastIdentities: PastIdentityRow
  readonly identityConflicts: IdentityConflictRow
  readonly attributes: AttributeRow
  readonly attributeTypes: AttributeTypeRow
  readonly facts: FactsRow
  readonly interactions: InteractionRow
  readonly windows: WindowRow
  readonly messageStatuses: MessageStatusRow
  readonly sends: SendRow
  readonly orderDrafts: OrderDraftRow
  readonly draftLines: DraftLineRow
  readonly transactions: TransactionRow
  readonly lines: LineRow
  readonly charges: ChargeRow
  readonly payments: PaymentRow
  readonly allocations: AllocationRow
  readonly onceKeys: OnceKeyRow
  readonly entries: EntryRow
  readonly postings: PostingRow
  readonly groups: GroupRow
  readonly groupMembers: GroupMemberRow
  readonly tags: TagRow
  readonly tagMembers: TagMemberRow
  readonly categories: CategoryRow
  readonly segments: SegmentRow
  readonly segmentMembers: SegmentMemberRow
  readonly segmentChanges: SegmentChangeRow
  readonly turns: TurnRow
  readonly views: ViewRow
  readonly labels: LabelRow
  readonly labelEdits: LabelEditRow
  readonly labelEvents: LabelEventRow
  readonly labelSpans: LabelSpanRow
  readonly waitingLabelEvents: WaitingLabelEventRow
  readonly linkedIds: LinkedIdRow
  readonly consentEvents: ConsentEventRow
  readonly consents: ConsentRow
  readonly scores: ScoresRow
  readonly deadLetters: DeadLetterRow
  readonly countDeltas: CountDeltaRow
  readonly events: EventRow
}

export type TableName = keyof Rows

/** The key of each table, after the shop id. */
export interface Keys {
  readonly shops: readonly []
  readonly snapshots: readonly [kind: SnapshotKind]
  readonly customers: readonly [id: string]
  readonly identities: readonly [kind: IdentityRowKind, value: string]
  readonly pastIdentities: readonly [id: string]
  readonly identityConflicts: readonly [customerId: string, otherId: string]
  readonly attributes: readonly [customerId: string, field: string, position: number]
  readonly attributeTypes: readonly [name: string]
  readonly facts: readonly [customerId: string]
  readonly interactions: readonly [id: string]
  readonly windows: readonly [customerId: string, businessNumber: string]
  readonly messageStatuses: readonly [messageId: string]
  readonly sends: readonly [id: string]
  readonly orderDrafts: readonly [id: string]
  readonly draftLines: readonly [draftId: string, position: number]
  readonly transactions: readonly [id: string]
  readonly lines: readonly [transactionId: string, position: number]
  readonly charges: readonly [transactionId: string, position: number]
  readonly payments: readonly [id: string]
  readonly allocations: readonly [paymentId: string, transactionId: string]
  readonly onceKeys: readonly [scope: OnceScope, key: string]
  readonly entries: readonly [id: string]
  readonly postings: readonly [entryId: string, position: number]
  readonly groups: readonly [id: string]
  readonly groupMembers: readonly [groupId: string, customerId: string]
  readonly tags: readonly [id: string]
  readonly tagMembers: readonly [tagId: string, customerId: string]
  readonly categories: readonly [id: string]
  readonly segments: readonly [id: string]
  readonly segmentMembers: readonly [segmentId: string, customerId: string]
  readonly segmentChanges: readonly [segmentId: string, occurredAt: number, id: string]
  readonly turns: readonly [customerId: string]
  readonly views: readonly [id: string]
  readonly labels: readonly [id: string]
  readonly labelEdits: readonly [id: string]
  readonly labelEvents: readonly [id: string]
  readonly labelSpans: readonly [customerId: string, labelId: string, at: number]
  readonly waitingLabelEvents: readonly [id: string]
  readonly linkedIds: readonly [lid: string]
  readonly consentEvents: readonly [id: string]
  readonly consents: readonly [customerId: string, purpose: ConsentPurpose, channel: ConsentChannel]
  readonly scores: readonly [customerId: string]
  readonly deadLetters: readonly [id: string]
  readonly countDeltas: readonly [kind: CountKind, setId: string, id: string]
  readonly events: readonly [seq: number]
}
