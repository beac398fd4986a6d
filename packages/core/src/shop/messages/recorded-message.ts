import type { InteractionRow } from '../../domain/interactions/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** What the shop wrote that has this id of the platform's; undefined where it is not recorded. */
export async function recordedMessage(
  { tx }: UnitOfWork,
  messageId: string,
): Promise<InteractionRow | undefined> {
  const [key] = await tx.get('onceKeys', [['message', messageId]])
  if (key === undefined) return undefined
  const [interaction] = await tx.get('interactions', [[key.answerId]])
  return interaction?.direction === 'outbound' ? interaction : undefined
}
