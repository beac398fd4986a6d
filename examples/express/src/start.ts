import { createServer, type Server } from 'node:http'
import type { Clock, Shop } from '@langganan/core'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { Log } from './http/log.ts'
import { openShopOn } from './open-shop-on.ts'
import { invite } from './play/people.ts'
import type { Play } from './play/play.ts'
import { openStorage } from './shop-storage.ts'
import { playLine, realLine, type WhatsAppLine } from './whatsapp-line.ts'

export interface StartOptions {
  readonly log: Log
  /** Told before a shop is made up, which takes a while. */
  readonly onPopulate?: ((customers: number) => void) | undefined
  /** The real time; in a test what stands for it. */
  readonly clock?: Clock
}

/** A shop that is open. */
export interface Running {
  readonly url: string
  readonly shop: Shop
  /** Undefined with a number of the Cloud API, or none. */
  readonly play: Play | undefined
  /** Takes nothing more, lets what is under way end, and closes the database. */
  close(): Promise<void>
}

/** Milliseconds from one step of a play's time to the next. */
const pace = 500

/** Milliseconds for which an answer that is under way is waited for at the end. */
const longestAnswer = 2_000

/** Opens the shop and lets it listen. */
export async function start(
  config: Config,
  { log, onPopulate, clock = Date.now }: StartOptions,
): Promise<Running> {
  const storage = await openStorage(config.database)
  const server = createServer()
  try {
    const { shop, play } = await openShopOn(storage, config, { clock, onPopulate })
    const line = lineOf(config, { shop, play, log })
    server.on('request', createApp({ shop, apiKey: config.apiKey, line, play, log }))
    const url = await listening(server, config)
    const pacer = play === undefined ? undefined : await begin(play, shop, url)
    const ticking = shop.start({ every: { minutes: 1 } })
    return {
      url,
      shop,
      play,
      async close() {
        clearInterval(pacer)
        await play?.settled()
        await closed(server)
        await ticking.stop()
        await shop.close()
      },
    }
  } catch (error) {
    if (server.listening) await closed(server)
    await storage.close()
    throw error
  }
}

interface LineOptions {
  readonly shop: Shop
  readonly play: Play | undefined
  readonly log: Log
}

function lineOf({ whatsapp }: Config, { shop, play, log }: LineOptions): WhatsAppLine | undefined {
  if (play !== undefined) return playLine(shop, play)
  return whatsapp.kind === 'number' ? realLine(shop, whatsapp, log) : undefined
}

/** Connects the play's people with the shop that listens, and lets their time run. */
async function begin(play: Play, shop: Shop, url: string): Promise<NodeJS.Timeout> {
  play.connect(`${url}/webhook`)
  await invite(shop, play)
  return setInterval(() => {
    play.keepPace().catch((error) => console.error('The play lost its pace.', error))
  }, pace)
}

function listening(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`)
    })
  })
}

/** What is under way may end; a browser's spare connections, on which nothing comes, would never. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), longestAnswer)
    server.close((error) => {
      clearTimeout(cut)
      if (error === undefined) resolve()
      else reject(error)
    })
  })
}
