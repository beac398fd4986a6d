import type { BusinessNumber } from '../business.ts'
import type { Person } from '../people/person.ts'
import type { ShownTemplate } from '../templates/check-parameters.ts'
import type { SandboxTemplate } from '../templates/template.ts'
import type { SendRequest } from './send-request.ts'

/** A send with all that its verdict rests on. */
export interface Judged {
  readonly request: SendRequest
  readonly number: BusinessNumber
  readonly address: string
  readonly person: Person | undefined
  readonly template: SandboxTemplate | undefined
  readonly shown: ShownTemplate | undefined
  readonly windowWasOpen: boolean
}
