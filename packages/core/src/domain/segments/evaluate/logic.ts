import type { Judge } from './judge.ts'

/** True where every judge says so. They are called straight, four to a function, without a loop. */
export function judgeAll(judges: readonly Judge[]): Judge {
  const [a, b, c, d, ...rest] = judges
  if (a === undefined) return () => true
  if (b === undefined) return a
  if (c === undefined) return (view) => a(view) && b(view)
  if (d === undefined) return (view) => a(view) && b(view) && c(view)
  if (rest.length === 0) return (view) => a(view) && b(view) && c(view) && d(view)
  const more = judgeAll(rest)
  return (view) => a(view) && b(view) && c(view) && d(view) && more(view)
}

/** True where some judge says so. */
export function judgeAny(judges: readonly Judge[]): Judge {
  const [a, b, c, d, ...rest] = judges
  if (a === undefined) return () => false
  if (b === undefined) return a
  if (c === undefined) return (view) => a(view) || b(view)
  if (d === undefined) return (view) => a(view) || b(view) || c(view)
  if (rest.length === 0) return (view) => a(view) || b(view) || c(view) || d(view)
  const more = judgeAny(rest)
  return (view) => a(view) || b(view) || c(view) || d(view) || more(view)
}

/** True where at least so many judges say so. */
export function judgeAtLeast(count: number, judges: readonly Judge[]): Judge {
  return (view) => {
    let passed = 0
    for (const judge of judges) if (passed < count && judge(view)) passed += 1
    return passed >= count
  }
}
