export type { ConsentChannel, ConsentDecision, ConsentPurpose } from './domain/consents/rows.ts'
export { type Identity, identityOf } from './domain/customers/identity.ts'
export type {
  AcquisitionKind,
  AttributeType,
  Gender,
  IdentityEnd,
  IdentityKind,
} from './domain/customers/rows.ts'
export type { DeadLetterKind, DeadLetterOutcome } from './domain/dead-letters/rows.ts'
export { type ErrorCode, errorCodes, errorMeanings } from './domain/error/codes.ts'
export {
  type ErrorContext,
  isLanggananError,
  LanggananError,
} from './domain/error/langganan-error.ts'
export type { EventData, EventType } from './domain/history/rows.ts'
export type { Direction, InteractionKind } from './domain/interactions/rows.ts'
export type { WindowState } from './domain/interactions/window.ts'
export type { LabelCause, LabelChange } from './domain/labels/rows.ts'
export type { Account } from './domain/ledger/rows.ts'
export type { AccountBalance, TrialBalance } from './domain/ledger/trial-balance.ts'
export type { GateReason } from './domain/messages/gate.ts'
export type { RefusalAct } from './domain/messages/refusal-act.ts'
export type {
  MessageForm,
  MessageStatus,
  SendPurpose,
  SendReason,
  ToldStatus,
} from './domain/messages/rows.ts'
export { currencyScale } from './domain/money/currency.ts'
export {
  type Decimal,
  decimalToMinor,
  multiplyDecimals,
  parseDecimal,
} from './domain/money/decimal.ts'
export { formatAmount } from './domain/money/format.ts'
export type { DraftDoubt } from './domain/order-drafts/read-lines.ts'
export type { OrderDraftState } from './domain/order-drafts/rows.ts'
export { parsePhone } from './domain/phone/parse-phone.ts'
export type { ParsedPhone, PhoneType } from './domain/phone/parsed-phone.ts'
export type { Horizon, RfmGroup } from './domain/scores/rows.ts'
export type { Catalogue } from './domain/segments/catalogue.ts'
export type { Locale } from './domain/segments/describe/languages.ts'
export type { Predicate } from './domain/segments/predicate.ts'
export { instantOfLocalTime, startOfLocalDay } from './domain/time/zone.ts'
export type { ChargeKind, TransactionKind } from './domain/transactions/rows.ts'
export { type LoyaltyStage, loyaltyStages } from './domain/value/loyalty.ts'
export type {
  AbortSignalLike,
  Channel,
  GrantedTurn,
  Recipient,
  Sendable,
  SendOptions,
  SendRefusal,
  SendResult,
  Turn,
} from './ports/channel.ts'
export type { Clock } from './ports/clock.ts'
export type { RandomBytes } from './ports/random.ts'
export type {
  AttributeDeclaration,
  Attributes,
  DeclaredAttribute,
} from './shop/attributes/attributes.ts'
export type { Categories, Category } from './shop/categories/categories.ts'
export type { Conflict, Conflicts } from './shop/conflicts/conflicts.ts'
export type {
  Consent,
  ConsentEvent,
  Consents,
  CustomerConsents,
} from './shop/consents/consents.ts'
export {
  type ColumnValues,
  type CustomerColumn,
  type CustomerColumnName,
  customerColumnNames,
  customerColumns,
} from './shop/customers/columns.ts'
export type { Blacklisting, BouncedEmail, Customer } from './shop/customers/customer.ts'
export type { Customers } from './shop/customers/customers.ts'
export type { CustomerIdentity } from './shop/customers/identities-over.ts'
export type { CustomerPage, Page } from './shop/customers/list.ts'
export type { CustomerListRow, Named } from './shop/customers/list-row.ts'
export type { Warning } from './shop/customers/warnings.ts'
export type { DeadLetter, OpenedDeadLetter } from './shop/dead-letters/dead-letter.ts'
export type { DeadLetters } from './shop/dead-letters/dead-letters.ts'
export type { Group, Groups } from './shop/groups/groups.ts'
export type { EventOf, EventPage, Events, ShopEvent } from './shop/history/history.ts'
export type { NewNamedInput } from './shop/input/arguments.ts'
export type { ConflictInput, ListConflictsInput } from './shop/input/conflict.ts'
export type { ConsentInput } from './shop/input/consent.ts'
export type {
  BlacklistInput,
  BounceInput,
  CustomerChangesInput,
  CustomerOnTheSpotInput,
  FindOptions,
  IdentityChangeInput,
  LearnInput,
  ListCustomersInput,
  NewCustomerInput,
  WhatsAppIdentities,
} from './shop/input/customer.ts'
export type { DeadLetterInput, ListDeadLettersInput } from './shop/input/dead-letter.ts'
export type { IfNotExists } from './shop/input/if-not-exists.ts'
export type { InteractionInput } from './shop/input/interaction.ts'
export type { LabelEventInput } from './shop/input/label.ts'
export type { LabelBoardInput, LabelReportInput } from './shop/input/label-reports.ts'
export type {
  ChatLabelTold,
  LabelChat,
  LabelSnapshotInput,
  LabelsToldInput,
  LabelTold,
  LidTold,
  SnapshotChat,
  SnapshotLabel,
  ToldOfLabels,
} from './shop/input/labels-told.ts'
export type { MessagePricing, MessageStatusInput } from './shop/input/message-status.ts'
export type { OpenShopOptions } from './shop/input/open-shop.ts'
export type {
  DraftLineInput,
  OpenDraftsInput,
  OrderDraftInput,
} from './shop/input/order-draft.ts'
export type { ModelInput, RfmInput, ScoresInput } from './shop/input/scores.ts'
export type {
  MayReceiveInput,
  ResolveSendInput,
  SendInput,
  UnresolvedInput,
} from './shop/input/send.ts'
export type {
  ConfirmDraftInput,
  CreditNoteInput,
  PayInput,
  SaleInput,
  SettleInput,
  TransactionInput,
  TransactionReference,
} from './shop/input/transaction.ts'
export type { NewViewInput, ViewChangesInput } from './shop/input/view.ts'
export type { Interaction } from './shop/interactions/interaction.ts'
export type { ContactStatus, Interactions, WindowStatus } from './shop/interactions/interactions.ts'
export type { RecordedInteraction } from './shop/interactions/record.ts'
export type { Tick } from './shop/kept/tick.ts'
export type { Pause, Ticking, TickingOptions } from './shop/kept/ticking.ts'
export type { LabelColumn, LabelContact } from './shop/labels/board.ts'
export type { LabelConflict, LabelsHeard } from './shop/labels/hearing.ts'
export type { Labels } from './shop/labels/labels.ts'
export type {
  CurrentLabel,
  CustomerLabels,
  Label,
  LabelEvent,
} from './shop/labels/shown.ts'
export type { WaitingChat } from './shop/labels/waiting.ts'
export type { MessageState } from './shop/messages/message-state.ts'
export type { MayReceive, Messages } from './shop/messages/messages.ts'
export type { SendResolution } from './shop/messages/resolve.ts'
export type {
  ResolvedSend,
  SendOutcome,
  Stopped,
  UnknownSend,
} from './shop/messages/send-outcome.ts'
export type { UnresolvedSend } from './shop/messages/unresolved.ts'
export { openShop } from './shop/open-shop.ts'
export type { OrderDraft, OrderDraftLine } from './shop/order-drafts/order-draft.ts'
export type { OrderDrafts } from './shop/order-drafts/order-drafts.ts'
export type { LabelAgent, LabelMove, LabelOrigin, LabelReport } from './shop/reports/labels.ts'
export type { MemberCount, Monitoring, Reports } from './shop/reports/reports.ts'
export type { CustomerScores } from './shop/scores/converted.ts'
export type { Scores } from './shop/scores/scores.ts'
export type { NewSegmentInput, Segment, SegmentChangesInput } from './shop/segments/define.ts'
export type { MembershipExplanation, SentenceOptions } from './shop/segments/explain-membership.ts'
export type {
  SegmentChange,
  SegmentHistoryInput,
  SegmentHistoryPage,
  SegmentSize,
  SegmentSizesInput,
} from './shop/segments/history.ts'
export type { SegmentWithCount } from './shop/segments/list-segments.ts'
export type { MembershipChange, MembershipChanges } from './shop/segments/membership-changes.ts'
export type { SegmentOrPredicate } from './shop/segments/predicate-for.ts'
export type { Segments } from './shop/segments/segments.ts'
export type { Shop } from './shop/shop.ts'
export type { NewTagInput, Tag, TagChangesInput, Tags } from './shop/tags/tags.ts'
export type { RecordedBatch, RecordedTransaction } from './shop/transactions/record.ts'
export type { Payment, Transaction, TransactionLine } from './shop/transactions/transaction.ts'
export type { Transactions } from './shop/transactions/transactions.ts'
export type { ShopConfig } from './shop/unit-of-work.ts'
export type {
  BoughtProduct,
  CustomerLoyalty,
  CustomerValue,
  RegularCustomer,
  Value,
} from './shop/value/value.ts'
export type { Finding, Problem } from './shop/verify/findings.ts'
export type { Verification } from './shop/verify/verify.ts'
export type { View } from './shop/views/view.ts'
export type { Views } from './shop/views/views.ts'
