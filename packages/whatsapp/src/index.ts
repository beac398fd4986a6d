export { type Retried, type RetryOptions, retryDeadLetters } from './dead-letters/retry.ts'
export type {
  AccountEvent,
  AccountUpdateEvent,
  NumberQualityEvent,
  TemplateStatusEvent,
} from './events/account.ts'
export type {
  ButtonReplyContent,
  ContactsContent,
  FlowReplyContent,
  ListReplyContent,
  LocationContent,
  MediaContent,
  MediaType,
  MessageContent,
  OrderContent,
  OrderItem,
  PlaceholderContent,
  PlatformError,
  ReactionContent,
  SharedContact,
  SharedPhone,
  SystemContent,
  TemplateButtonContent,
  TextContent,
  UnknownContent,
  UnsupportedContent,
} from './events/content.ts'
export type {
  BusinessNumber,
  CallEvent,
  CallStatusEvent,
  ChatEvent,
  ContactEvent,
  Conversation,
  EchoEvent,
  ErrorEvent,
  HistoryDeclinedEvent,
  HistoryMessageEvent,
  MessageContext,
  MessageEvent,
  MessageStatus,
  NumberChangedEvent,
  PreferenceEvent,
  Pricing,
  Referral,
  ReferredProduct,
  StatusEvent,
  UserIdChangedEvent,
  WhatsAppEvent,
} from './events/event.ts'
export type { Origin } from './events/origin.ts'
export type { Person } from './events/person.ts'
export { type IngestedFrom, ingest } from './ingest/ingest.ts'
export type { Attribution, IdentityConflict, IngestOptions } from './ingest/ingestion.ts'
export type { Ingested, Refused } from './ingest/take-events.ts'
export type { Audience, Rejected, Unknown } from './parse/items.ts'
export { type Parsed, parse } from './parse/parse.ts'
export type { ShopChoice, WebhookOptions } from './webhook/options.ts'
export type { WebhookOutcome, WebhookReport } from './webhook/report.ts'
export { sign, verifySignature } from './webhook/signature.ts'
export { type WebhookHandler, webhookHandler } from './webhook/webhook-handler.ts'
