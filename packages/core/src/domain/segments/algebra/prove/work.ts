/** What may still be spent before an answer is given up. */
export interface Work {
  left: number
}

/** Takes from what may be spent; whether something is left. */
export function spend(work: Work, cost: number): boolean {
  work.left -= cost
  return work.left > 0
}
