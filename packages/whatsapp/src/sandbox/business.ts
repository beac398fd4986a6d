import { LanggananError } from '@langganan/core'
import type { SandboxNumberInput, SandboxOptions } from './options.ts'
import type { KnownTemplate, SandboxTemplate } from './templates/template.ts'
import type { Random } from './time/random.ts'

/** A business number, as it is now. */
export interface BusinessNumber {
  readonly id: string
  readonly phone: string
  readonly name: string
  isRegistered: boolean
  /** With this code everything that it sends is refused: 131042, 131031, 368, … */
  refusal: number | null
}

/** A file that was uploaded, or that a person sent. */
export interface StoredMedia {
  readonly id: string
  readonly mimeType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/** The business account with all that belongs to it. */
export interface Business {
  readonly accountId: string
  accessToken: string
  readonly numbers: ReadonlyMap<string, BusinessNumber>
  readonly templates: KnownTemplate[]
  readonly media: Map<string, StoredMedia>
}

export function businessOf(options: SandboxOptions, random: Random): Business {
  const numbers = options.numbers ?? [{ id: '106540352242922', phone: '+6281100000001' }]
  return {
    accountId: options.accountId ?? '102290129340398',
    accessToken: options.accessToken ?? 'sandbox-token',
    numbers: new Map(numbers.map((number) => [number.id, businessNumber(number)])),
    templates: (options.templates ?? []).map((given) => knownTemplate(given, random)),
    media: new Map(),
  }
}

export function knownTemplate(definition: SandboxTemplate, random: Random): KnownTemplate {
  return { id: random.digits(15), definition, status: definition.status ?? 'APPROVED' }
}

function businessNumber({ id, phone, name }: SandboxNumberInput): BusinessNumber {
  checkPhone('numbers.phone', phone)
  return { id, phone, name: name ?? 'Sandbox', isRegistered: true, refusal: null }
}

export function checkPhone(field: string, phone: string): void {
  if (/^\+\d{4,17}$/.test(phone)) return
  throw new LanggananError('INVALID_INPUT', 'Expected an international phone with its +.', {
    field,
  })
}

/** Digits without the `+`, as WhatsApp writes numbers. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}
