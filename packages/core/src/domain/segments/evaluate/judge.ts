import type { CustomerView } from '../customer-view.ts'

/** Says whether a customer satisfies a condition. */
export type Judge = (view: CustomerView) => boolean

/** How judging goes on after a test: the answer, or who gives it. An answer at hand saves a call. */
export type Next = Judge | boolean

export function next(step: Next, view: CustomerView): boolean {
  return typeof step === 'boolean' ? step : step(view)
}

export function judgeOf(step: Next): Judge {
  return typeof step === 'boolean' ? () => step : step
}
