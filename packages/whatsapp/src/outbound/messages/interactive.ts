import { allDifferent, countWithin, invalid, maybeTextWithin, textWithin } from './limits.ts'
import { type MediaSource, wireSource } from './media.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

/** What every interactive message has around what can be pressed. */
export interface InteractiveParts {
  /** At most 1,024 characters. */
  readonly body: string
  /** At most 60 characters. */
  readonly header?: string | InteractiveMedia | undefined
  /** At most 60 characters. */
  readonly footer?: string | undefined
}

export type InteractiveMedia =
  | { readonly image: MediaSource }
  | { readonly video: MediaSource }
  | { readonly document: MediaSource }

export interface ReplyButton {
  /** What comes back when it is pressed; at most 256 characters. */
  readonly id: string
  /** At most 20 characters. */
  readonly title: string
}

export interface ListSection {
  /** Needed where there is more than one section; at most 24 characters. */
  readonly title?: string | undefined
  readonly rows: readonly ListRow[]
}

export interface ListRow {
  /** What comes back when it is chosen; at most 200 characters. */
  readonly id: string
  /** At most 24 characters. */
  readonly title: string
  /** At most 72 characters. */
  readonly description?: string | undefined
}

/**
 * A message with one to three buttons.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function buttonsMessage(
  parts: InteractiveParts & { readonly buttons: readonly ReplyButton[] },
): WhatsAppMessage {
  const { buttons } = parts
  countWithin('buttons', buttons.length, 1, 3)
  allDifferent(
    'buttons',
    buttons.map(({ id }) => id),
  )
  const wire = buttons.map(({ id, title }, i) => ({
    type: 'reply',
    reply: {
      id: textWithin(`buttons[${i}].id`, id, 256),
      title: textWithin(`buttons[${i}].title`, title, 20),
    },
  }))
  return interactive('button', parts, { buttons: wire })
}

/**
 * A message with a list of one to ten rows behind a button.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function listMessage(
  parts: Omit<InteractiveParts, 'header'> & {
    readonly header?: string | undefined
    /** What opens the list; at most 20 characters. */
    readonly button: string
    readonly sections: readonly ListSection[]
  },
): WhatsAppMessage {
  const { button, sections } = parts
  const rows = sections.flatMap((section) => section.rows)
  countWithin('sections', rows.length, 1, 10)
  allDifferent(
    'sections',
    rows.map(({ id }) => id),
  )
  return interactive('list', parts, {
    button: textWithin('button', button, 20),
    sections: sections.map((section, i) => wireSection(section, i, sections.length > 1)),
  })
}

/**
 * A message that opens a WhatsApp form.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function flowMessage(
  parts: InteractiveParts & {
    readonly flowId: string
    /** What opens the form; at most 30 characters. */
    readonly button: string
    /** What comes back with the answers. */
    readonly token?: string | undefined
    /** The first screen and what it is filled with; without it the form asks the shop's own endpoint. */
    readonly screen?: { readonly id: string; readonly data?: Readonly<Record<string, unknown>> }
  },
): WhatsAppMessage {
  const { flowId, button, token, screen } = parts
  return interactive('flow', parts, {
    name: 'flow',
    parameters: {
      flow_message_version: '3',
      flow_id: textWithin('flowId', flowId, 200),
      flow_cta: textWithin('button', button, 30),
      flow_token: token,
      flow_action: screen === undefined ? 'data_exchange' : 'navigate',
      flow_action_payload:
        screen === undefined
          ? undefined
          : { screen: textWithin('screen.id', screen.id, 200), data: screen.data },
    },
  })
}

function wireSection({ title, rows }: ListSection, i: number, needsTitle: boolean): unknown {
  if (needsTitle && title === undefined) {
    throw invalid(`sections[${i}].title`, 'Expected a title where there are several sections.')
  }
  countWithin(`sections[${i}].rows`, rows.length, 1, 10)
  return {
    title: maybeTextWithin(`sections[${i}].title`, title, 24),
    rows: rows.map((row, j) => ({
      id: textWithin(`sections[${i}].rows[${j}].id`, row.id, 200),
      title: textWithin(`sections[${i}].rows[${j}].title`, row.title, 24),
      description: maybeTextWithin(`sections[${i}].rows[${j}].description`, row.description, 72),
    })),
  }
}

function interactive(
  type: 'button' | 'list' | 'flow',
  { body, header, footer }: InteractiveParts,
  action: unknown,
): WhatsAppMessage {
  return freeForm('interactive', {
    type,
    header: header === undefined ? undefined : wireHeader(header),
    body: { text: textWithin('body', body, 1024) },
    footer: footer === undefined ? undefined : { text: textWithin('footer', footer, 60) },
    action,
  })
}

function wireHeader(header: string | InteractiveMedia): unknown {
  if (typeof header === 'string') return { type: 'text', text: textWithin('header', header, 60) }
  if ('image' in header) return { type: 'image', image: wireSource(header.image, 'header.image.') }
  if ('video' in header) return { type: 'video', video: wireSource(header.video, 'header.video.') }
  return { type: 'document', document: wireSource(header.document, 'header.document.') }
}
