import { digitsOf, knownTemplate } from '../business.ts'
import { storeMedia } from '../media.ts'
import { templateOf, wireTemplate } from '../templates/wire-template.ts'
import type { World } from '../world.ts'
import { messageRequestOf } from './read-request.ts'
import { Refusal } from './refusals.ts'
import { sendMessage } from './send-message.ts'
import { setTemplateStatus } from './template-status.ts'

const untilReviewed = 60_000

/** Answers a call of the Graph API, or throws a {@link Refusal}. */
export async function route(world: World, request: Request): Promise<Response> {
  const { business } = world
  if (request.headers.get('authorization') !== `Bearer ${business.accessToken}`) {
    throw new Refusal(190)
  }
  const { pathname, origin, searchParams } = new URL(request.url)
  const media = /^\/sandbox-media\/(\d+)$/.exec(pathname)?.[1]
  if (media !== undefined) return download(world, media)
  const [, node = '', edge] = /^\/v\d+\.\d\/(\d+)(?:\/([a-z_]+))?$/.exec(pathname) ?? []
  const place = `${request.method} ${edge ?? ''}`.trim()
  if (business.numbers.has(node)) return ofNumber(world, node, place, request)
  if (node === business.accountId) return ofAccount(world, place, request, searchParams)
  if (business.media.has(node) && edge === undefined) {
    return ofMedia(world, node, request.method, origin)
  }
  throw unsupported(node)
}

async function ofNumber(
  world: World,
  id: string,
  place: string,
  request: Request,
): Promise<Response> {
  const number = world.business.numbers.get(id)
  if (number === undefined) throw unsupported(id)
  switch (place) {
    case 'POST messages': {
      const wanted = messageRequestOf(await jsonOf(request))
      if ('type' in wanted) return Response.json(sendMessage(world, number, wanted))
      if (world.inbound.get(wanted.message_id)?.number !== id) {
        throw new Refusal(131009, 'Parameter message_id: no message of a person')
      }
      return Response.json({ success: true })
    }
    case 'POST media':
      return upload(world, request)
    case 'GET':
      return Response.json(wireNumber(world, id))
    default:
      throw unsupported(id)
  }
}

async function ofAccount(
  world: World,
  place: string,
  request: Request,
  query: URLSearchParams,
): Promise<Response> {
  const { business, random, timeline } = world
  switch (place) {
    case 'GET phone_numbers':
      return Response.json({
        data: [...business.numbers.keys()].map((id) => wireNumber(world, id)),
      })
    case 'GET message_templates': {
      const name = query.get('name')
      const chosen = business.templates.filter(
        ({ definition }) => name === null || definition.name === name,
      )
      return Response.json({ data: chosen.map(wireTemplate) })
    }
    case 'POST message_templates': {
      const template = knownTemplate(
        { ...templateOf(await jsonOf(request)), status: 'PENDING' },
        random,
      )
      business.templates.push(template)
      timeline.after(untilReviewed, () => {
        if (template.status === 'PENDING') setTemplateStatus(world, template, 'APPROVED')
      })
      const { id, status, definition } = template
      return Response.json({ id, status, category: definition.category.toUpperCase() })
    }
    default:
      throw unsupported(business.accountId)
  }
}

function ofMedia({ business }: World, id: string, method: string, origin: string): Response {
  const media = business.media.get(id)
  if (media === undefined) throw unsupported(id)
  if (method === 'DELETE') {
    business.media.delete(id)
    return Response.json({ success: true })
  }
  if (method !== 'GET') throw unsupported(id)
  return Response.json({
    messaging_product: 'whatsapp',
    url: `${origin}/sandbox-media/${id}`,
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.bytes.length,
    id,
  })
}

function download({ business }: World, id: string): Response {
  const media = business.media.get(id)
  if (media === undefined) throw unsupported(id)
  return new Response(media.bytes, { headers: { 'content-type': media.mimeType } })
}

async function upload(world: World, request: Request): Promise<Response> {
  const form = await request.formData().catch(() => {
    throw new Refusal(100, 'Expected a multipart form')
  })
  const file = form.get('file')
  if (form.get('messaging_product') !== 'whatsapp' || !(file instanceof Blob)) {
    throw new Refusal(100, 'Parameter file or messaging_product: required')
  }
  const type = form.get('type')
  const mimeType = typeof type === 'string' && type !== '' ? type : file.type
  const { id } = await storeMedia(world, mimeType, new Uint8Array(await file.arrayBuffer()))
  return Response.json({ id })
}

function wireNumber({ business }: World, id: string): unknown {
  const number = business.numbers.get(id)
  if (number === undefined) throw unsupported(id)
  return {
    id,
    display_phone_number: digitsOf(number.phone),
    verified_name: number.name,
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    status: number.isRegistered ? 'CONNECTED' : 'DISCONNECTED',
  }
}

async function jsonOf(request: Request): Promise<unknown> {
  const body: unknown = await request.json().catch(() => {
    throw new Refusal(100, 'The body is no JSON')
  })
  return body
}

function unsupported(id: string): Refusal {
  return new Refusal(100, `Unsupported request: object ${id} does not exist or cannot do this`)
}
