import type { KnownTemplate, TemplateStatus } from '../templates/template.ts'
import type { World } from '../world.ts'

/** Gives a template another status and tells so. */
export function setTemplateStatus(
  { outbox }: World,
  template: KnownTemplate,
  status: TemplateStatus,
): void {
  template.status = status
  const { id, definition } = template
  outbox.add({
    field: 'message_template_status_update',
    number: null,
    value: {
      event: status,
      message_template_id: id,
      message_template_name: definition.name,
      message_template_language: definition.language,
      message_template_category: definition.category.toUpperCase(),
      reason: 'NONE',
    },
  })
}
