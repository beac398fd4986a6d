/**
 * The name of a time zone with the letter case that the engine knows it by, as in `Asia/Jakarta`;
 * undefined if it knows none. Another name of the same zone stays as it is.
 */
export function timeZoneName(name: string): string | undefined {
  if (!isTimeZone(name)) return undefined
  const known = resolved(name)
  return known.toLowerCase() === name.toLowerCase() ? known : name
}

/**
 * Whether two names mean one zone, as `UTC` and `Etc/UTC` or `Asia/Calcutta` and `Asia/Kolkata` do. An
 * engine that resolves no names finds them equal only where they are written alike.
 */
export function isSameTimeZone(a: string, b: string): boolean {
  return a === b || (isTimeZone(a) && isTimeZone(b) && resolved(a) === resolved(b))
}

/** The name under which the engine keeps a zone that it knows. */
function resolved(name: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
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
