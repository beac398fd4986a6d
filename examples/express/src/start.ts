import { createServer, type Server } from 'node:http'
import { type Clock, openShop, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { Log } from './http/log.ts'
import { invite } from './play/people.ts'
import { openPlay, type Play } from './play/play.ts'
import { populate } from './play/populate.ts'
import { openStorage } from './shop-storage.ts'
import { playLine, realLine, type WhatsAppLine } from './whatsapp-line.ts'

export interface StartOptions {
  readonly log: Log
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
  { log, clock = Date.now }: StartOptions,
): Promise<Running> {
  const storage = await openStorage(config.database)
  try {
    const { shop, play } = await openShopOn(storage, config, clock)
    const app = createApp({
      shop,
      clock: play?.clock ?? clock,
      apiKey: config.apiKey,
      line: lineOf(config, { shop, play, log }),
      play,
      log,
    })
    const server = createServer(app)
    const url = await listening(server, config)
    const ticking = shop.start({ every: { minutes: 1 } })
    const pacer = play === undefined ? undefined : await begin(play, shop, url)
    return {
      url,
      shop,
      play,
      async close() {
        clearInterval(pacer)
        await closed(server)
        await ticking.stop()
        await shop.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** In a play the shop lives in the play's time, which does not begin before what has happened in it. */
async function openShopOn(
  storage: Storage,
  { shop: config, whatsapp }: Config,
  realClock: Clock,
): Promise<{ readonly shop: Shop; readonly play: Play | undefined }> {
  if (whatsapp.kind !== 'play') {
    return { shop: await openShop({ ...config, storage, clock: realClock }), play: undefined }
  }
  const isNew = !(await storage.shopIds()).includes(config.id)
  const start = isNew ? new Date(realClock()) : await lastTime(storage, config.id, realClock)
  const play = openPlay({ start, realClock })
  const { customers } = whatsapp
  if (isNew && customers > 0) {
    await populate(storage, config, { customers, phoneNumberId: play.phoneNumberId, until: start })
  }
  return { shop: await openShop({ ...config, storage, clock: play.clock }), play }
}

/** Now, or when something happened last where an earlier play had moved its time on. */
async function lastTime(storage: Storage, id: string, realClock: Clock): Promise<Date> {
  const { customers } = await openShop({ id, storage, clock: realClock })
  const { rows } = await customers.list({ sort: 'lastActivity', limit: 1 })
  return new Date(Math.max(realClock(), rows[0]?.lastActivityAt?.getTime() ?? 0))
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
