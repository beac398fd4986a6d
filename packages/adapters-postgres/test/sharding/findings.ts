/** Where a statement says which shop it is about: a parameter by its number, or a text in it. */
export type ShopValue = { readonly parameter: number } | { readonly text: string }

/** What was found about a statement. */
export class Findings {
  /** Why it may not be issued; empty if it may. */
  readonly problems: string[] = []
  /** Every value by which it is held to a shop; all of them must be the same when it runs. */
  readonly shops: ShopValue[] = []
  /** Whether its rows pass through the coordinator on their way to the shop's node. */
  passesCoordinator = false
  /** Whether it takes a lock of the shop's, on the node that has the rows it reads. */
  locks = false
  /** The exception that it is, if it names no shop and may. */
  exception: string | undefined

  refuse(problem: string): void {
    this.problems.push(problem)
  }
}
