/** Writes an instant as the shop's calendar and clock show it; nothing for null. */
export type LocalTimeFormat = (at: Date | null) => string

/** `2026-11-21 14:05`, the same on every machine. */
export function localTimeFormat(timeZone: string): LocalTimeFormat {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    if (at === null) return ''
    const parts = format.formatToParts(at)
    const part = (name: Intl.DateTimeFormatPartTypes) =>
      parts.find(({ type }) => type === name)?.value ?? ''
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
  }
}
