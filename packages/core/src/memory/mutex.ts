/** Runs jobs one after the other, in the order that they were handed in. */
export function mutex(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const run = last.then(job, job)
    last = run
    return run
  }
}
