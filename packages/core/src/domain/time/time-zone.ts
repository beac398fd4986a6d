/**
 * The name of a time zone with the letter case that the engine knows it by, as in `Asia/Jakarta`;
 * undefined if it knows none. Another name of the same zone stays as it is.
 */
export function timeZoneName(name: string): string | undefined {
  if (!isTimeZone(name)) return undefined
  const known = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
  return known.toLowerCase() === name.toLowerCase() ? known : name
}

/** Whether the engine knows a time zone by this IANA name, such as `Asia/Jakarta` or `UTC`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false // an offset such as +07:00 is no zone
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
