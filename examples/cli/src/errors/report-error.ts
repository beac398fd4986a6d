import { CommanderError } from 'commander'
import { styleFor } from '../output/style.ts'
import { CliError } from './cli-error.ts'
import { exitCodeOf, exitCodes } from './exit-code.ts'
import { inOptions, optionOf } from './in-options.ts'
import { storageCause } from './storage-cause.ts'

interface Failure {
  readonly code: string
  readonly message: string
  readonly field: string | null
}

/** Writes an error to stderr, as JSON where that is wanted; answers the exit code. */
export function reportError(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done // help was asked for
  const failure = failureOf(error)
  if (json) process.stderr.write(`${JSON.stringify({ error: failure })}\n`)
  else
    process.stderr.write(
      `${styleFor(process.stderr).red('error:')} ${toPeople(error) ?? failure.message}\n${excerptOf(error)}`,
    )
  if (process.env.TOKO_DEBUG !== undefined) console.error(error)
  return exitCodeOf(failure.code)
}

function toPeople(error: unknown): string | undefined {
  return error instanceof CliError ? error.toPeople : undefined
}

function excerptOf(error: unknown): string {
  return error instanceof CliError && error.excerpt !== undefined ? `${error.excerpt}\n` : ''
}

function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return usageFailure(error)
  if (error instanceof CliError) {
    const { code, message, field = null } = error
    return { code, message, field }
  }
  if (isShopError(error)) {
    const { code, field } = error
    const said = code === 'STORAGE_FAILED' ? storageCause(error.cause) : ''
    const told = withCustomer(error) + said
    // Of a predicate the field is a path in it, and the names in the message are its own.
    if (code.startsWith('PREDICATE_')) return { code, message: told, field: field ?? null }
    const option = field === undefined ? null : optionOf(field)
    return { code, message: inOptions(told, field), field: option }
  }
  const name = error instanceof Error ? error.name : typeof error
  return {
    code: 'UNEXPECTED',
    message: `Something went wrong that should not (${name}). Set TOKO_DEBUG=1 to see all of it.`,
    field: null,
  }
}

/** A message that points at the error's details, with the customer's id in their place. */
function withCustomer(error: Error): string {
  const details: unknown = Reflect.get(error, 'details')
  const id =
    typeof details === 'object' && details !== null && 'customer' in details
      ? details.customer
      : undefined
  return error.message.replace('its id is in details.customer', `id ${String(id)}`)
}

function usageFailure({ code, message }: CommanderError): Failure {
  const field = /'(?:-\w, )?--([\w-]+)[^']*'/.exec(message)?.[1] ?? null
  return { code: 'USAGE', message: usageMessage(code, message), field }
}

/** What was typed is not repeated where it may be a person's name: only options and commands of ours. */
function usageMessage(code: string, message: string): string {
  const bare = bareOption(code, message)
  if (bare !== undefined) return bare
  const hint = /\((Did you mean .*)\)$/s.exec(message)?.[1]
  const problem =
    usageProblems[code] ??
    message
      .replace(/^error: /, '')
      .replace(/ argument '.*' is invalid\./s, ' does not take this value.')
      .replace(/\n.*/s, '')
  const sentences = [
    `${problem.charAt(0).toUpperCase()}${problem.slice(1).replace(/\.$/, '')}.`,
    hint,
    'See --help.',
  ]
  return sentences.filter((sentence) => sentence !== undefined).join(' ')
}

/** Of an option that stands there without its value. */
function bareOption(code: string, message: string): string | undefined {
  if (code !== 'commander.optionMissingArgument') return undefined
  const [, option, value] = /--([\w-]+) <([^>]+)>/.exec(message) ?? []
  if (option === undefined) return undefined
  const takesAll = option === 'paid' || option === 'refunded'
  const such = takesAll ? `, such as --${option} 50.000, or --${option} all for all of it` : ''
  return `--${option} needs its ${value} behind it${such}. See --help.`
}

const usageProblems: Readonly<Record<string, string>> = {
  'commander.help': 'Name a command',
  'commander.unknownCommand': 'There is no such command',
  'commander.excessArguments':
    'There are more arguments than the command takes; put those with spaces in quotes',
}

/** Core's errors are known by name, so that core need not be loaded to tell them. */
function isShopError(error: unknown): error is Error & { code: string; field: string | undefined } {
  return error instanceof Error && error.name === 'LanggananError' && 'code' in error
}
