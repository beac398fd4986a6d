import { isLanggananError } from '@langganan/core'
import { ConfigError } from './config.ts'

/** What can be put right by who starts the program; undefined for what nobody foresaw. */
export function startProblem(error: unknown): string | undefined {
  if (error instanceof ConfigError || isLanggananError(error)) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'EADDRINUSE') return 'PORT is taken by another program. Set another.'
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return 'HOST is no address of this machine.'
  }
  return undefined
}
