export { type MarkReadOptions, type WhatsAppChannel, whatsappChannel } from './channel.ts'
export { actOn, type PlatformCode, platformCodes } from './errors/platform-codes.ts'
export type { Limits } from './limits/limiter.ts'
export { type ContactCard, type ContactPhone, contactsMessage } from './messages/contacts.ts'
export {
  buttonsMessage,
  flowMessage,
  type InteractiveMedia,
  type InteractiveParts,
  type ListRow,
  type ListSection,
  listMessage,
  type ReplyButton,
} from './messages/interactive.ts'
export {
  audioMessage,
  type Captioned,
  documentMessage,
  imageMessage,
  type MediaSource,
  stickerMessage,
  videoMessage,
} from './messages/media.ts'
export {
  asMarketing,
  inReplyTo,
  type WhatsAppMessage,
  type WhatsAppMessageType,
} from './messages/message.ts'
export { locationMessage, type Place } from './messages/place.ts'
export { reactionMessage } from './messages/reaction.ts'
export { defineTemplate, type Template } from './messages/template.ts'
export type {
  ParameterNames,
  TemplateArguments,
  TemplateButton,
  TemplateDefinition,
  TemplateHeader,
  TemplateValues,
} from './messages/template-definition.ts'
export { textMessage } from './messages/text.ts'
export type { WhatsAppChannelOptions } from './options.ts'
export type { UploadResult } from './send-result.ts'
export type { WhatsAppHalt } from './tell-halt.ts'
export type { Timers } from './timers.ts'
