export type { Fault, Trouble } from './faults.ts'
export type {
  SandboxLimits,
  SandboxNumberInput,
  SandboxOptions,
  WebhookTarget,
} from './options.ts'
export type {
  OrderedItem,
  PersonAct,
  ReceivedMessage,
  SandboxFile,
  SandboxReferral,
  Script,
  ScriptedAct,
} from './people/act.ts'
export type { PersonInput } from './people/person.ts'
export { type NumberChange, type Sandbox, type SandboxTimers, sandbox } from './sandbox.ts'
export type { SandboxPerson } from './sandbox-person.ts'
export type { Sent } from './sends.ts'
export type {
  SandboxTemplate,
  TemplateButton,
  TemplateCategory,
  TemplateHeader,
  TemplateStatus,
} from './templates/template.ts'
export type { Delivery, DeliverySettings } from './webhooks/delivery.ts'
