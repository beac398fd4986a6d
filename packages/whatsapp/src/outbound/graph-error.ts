import { z } from 'zod'

const envelope = z.object({
  error: z.object({ code: z.int(), fbtrace_id: z.string().optional().catch(undefined) }),
})

export interface GraphError {
  readonly code: number
  readonly trace: string | undefined
}

/** The error in an answer of the Graph API. Its texts are left behind: they may name the recipient. */
export function graphErrorOf(body: unknown): GraphError | undefined {
  const result = envelope.safeParse(body)
  if (!result.success) return undefined
  const { code, fbtrace_id } = result.data.error
  return { code, trace: fbtrace_id }
}
