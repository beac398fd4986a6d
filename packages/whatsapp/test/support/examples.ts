import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')
const data = process.env.LANGGANAN_DATA ?? join(root, '../shared/data')
const folder = join(data, 'whatsapp/cloud-api')

/** Webhooks that other projects recorded or wrote down; none where the folder is not there. */
export function recordedWebhooks(): readonly { readonly name: string; readonly body: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, body: readFileSync(join(folder, name), 'utf8') }))
}

/** Why a test of recorded webhooks did not run. */
export const noWebhooks: string = `recorded webhooks are not in ${data}; LANGGANAN_DATA says where they are`
