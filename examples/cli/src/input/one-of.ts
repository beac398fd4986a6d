import { CliError } from '../errors/cli-error.ts'

/** What is said as an argument or by `--where`: the two are one. */
export function oneOf(argument: string | undefined, where: string | undefined): string | undefined {
  if (argument === undefined || where === undefined) return argument ?? where
  throw new CliError('USAGE', 'Say it once: as an argument, or with --where.', 'where')
}
