import type { Judge } from './judge.ts'

/** True where at least so many judges say so. */
export function judgeAtLeast(count: number, judges: readonly Judge[]): Judge {
  return (view) => {
    let passed = 0
    for (const judge of judges) if (passed < count && judge(view)) passed += 1
    return passed >= count
  }
}
