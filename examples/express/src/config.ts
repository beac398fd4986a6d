import { resolve } from 'node:path'
import { z } from 'zod'

/** Something in the environment that the program cannot run with. Names settings, never their values. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError'
}

/** Where shops lie. */
export type Database =
  | { readonly kind: 'sqlite'; readonly filename: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string | undefined }

/** What the shop writes to people through, and hears of them. */
export type WhatsAppConfig =
  /** A sandbox with people in it, and a time that can be moved on. */
  | { readonly kind: 'play'; readonly customers: number }
  /** A number of the Cloud API. */
  | {
      readonly kind: 'number'
      readonly phoneNumberId: string
      readonly accessToken: string
      readonly appSecret: string
      readonly verifyToken: string
    }
  | { readonly kind: 'none' }

export interface Config {
  readonly host: string
  readonly port: number
  /** Without one the app serves this machine only. */
  readonly apiKey: string | undefined
  readonly database: Database
  readonly shop: { readonly id: string; readonly currency: string; readonly timeZone: string }
  readonly whatsapp: WhatsAppConfig
}

const text = z.string().trim().min(1, 'must not be empty')

const environment = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number('must be a port').int('must be a port').min(0).max(65_535).default(3000),
  API_KEY: text.min(16, 'must have 16 characters or more').optional(),
  DATABASE_FILE: text.default('web.db'),
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .refine(URL.canParse, 'must be a URL')
    .optional(),
  SHOP_ID: text.default('kopi-senja'),
  SHOP_CURRENCY: text.default('IDR'),
  SHOP_TIME_ZONE: text.default('Asia/Jakarta'),
  PLAY: z.enum(['on', 'off'], 'must be on or off').optional(),
  PLAY_CUSTOMERS: z.coerce.number('must be a number').int().min(0).max(20_000).default(300),
  WHATSAPP_PHONE_NUMBER_ID: text.optional(),
  WHATSAPP_ACCESS_TOKEN: text.optional(),
  WHATSAPP_APP_SECRET: text.optional(),
  WHATSAPP_VERIFY_TOKEN: text.optional(),
})

type Environment = z.infer<typeof environment>

/**
 * Reads the settings. A variable that is empty is one that is not set.
 *
 * @throws ConfigError
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const { data: given, error } = environment.safeParse(set)
  if (given === undefined) {
    const [issue] = error.issues
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}.`)
  }
  if (!isLoopback(given.HOST) && given.API_KEY === undefined) {
    throw new ConfigError(
      'HOST lets other machines in, so API_KEY must be set: a long random text, such as of openssl rand -hex 24.',
    )
  }
  return {
    host: given.HOST,
    port: given.PORT,
    apiKey: given.API_KEY,
    database: databaseOf(given, env.INIT_CWD),
    shop: { id: given.SHOP_ID, currency: given.SHOP_CURRENCY, timeZone: given.SHOP_TIME_ZONE },
    whatsapp: whatsappOf(given),
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Package managers change the directory and leave the caller's in INIT_CWD. */
function databaseOf(
  { DATABASE_URL, DATABASE_FILE }: Environment,
  calledFrom = process.cwd(),
): Database {
  if (DATABASE_URL !== undefined) {
    // The driver passes over `schema`, which is a word of ours, and reads the rest by itself.
    const schema = new URL(DATABASE_URL).searchParams.get('schema') ?? undefined
    return { kind: 'postgres', url: DATABASE_URL, schema }
  }
  return { kind: 'sqlite', filename: resolve(calledFrom, DATABASE_FILE) }
}

function whatsappOf(given: Environment): WhatsAppConfig {
  const settings = {
    phoneNumberId: given.WHATSAPP_PHONE_NUMBER_ID,
    accessToken: given.WHATSAPP_ACCESS_TOKEN,
    appSecret: given.WHATSAPP_APP_SECRET,
    verifyToken: given.WHATSAPP_VERIFY_TOKEN,
  }
  const { phoneNumberId, accessToken, appSecret, verifyToken } = settings
  const isGiven = Object.values(settings).some((value) => value !== undefined)
  if (!isGiven) {
    return given.PLAY === 'off'
      ? { kind: 'none' }
      : { kind: 'play', customers: given.PLAY_CUSTOMERS }
  }
  // People who are made up have no place in a shop with a number of its own.
  if (given.PLAY === 'on') {
    throw new ConfigError('PLAY is on and a WhatsApp number is given: take one of them away.')
  }
  if (
    phoneNumberId === undefined ||
    accessToken === undefined ||
    appSecret === undefined ||
    verifyToken === undefined
  ) {
    throw new ConfigError(
      'A WhatsApp number needs all four: WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN.',
    )
  }
  return { kind: 'number', phoneNumberId, accessToken, appSecret, verifyToken }
}
