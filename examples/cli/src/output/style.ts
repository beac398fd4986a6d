import pc from 'picocolors'

/** Colours for one stream: only on a terminal, and never where NO_COLOR is set. */
export function styleFor(stream: NodeJS.WriteStream): ReturnType<typeof pc.createColors> {
  const { NO_COLOR = '', TERM } = process.env
  return pc.createColors(stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb')
}
