import { LanggananError } from '@langganan/core'

/** Something that is due at an instant. */
interface Job {
  readonly at: number
  /** Jobs of one instant run in the order that they came. */
  readonly turn: number
  readonly run: () => unknown
}

/**
 * The sandbox's own time: what is due runs in order while time is moved on by hand, so that a day passes
 * in no time. With a clock of its own it runs by itself instead.
 */
export class Timeline {
  #now: number
  readonly #clock: (() => number) | undefined
  /** Sorted: the next one is the last. */
  readonly #jobs: Job[] = []
  readonly #underWay = new Set<Promise<void>>()
  readonly #failures: unknown[] = []
  /** Whether what is due at one instant begins at once, instead of one after the other. */
  isConcurrent = false
  #turns = 0
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #isStopped = false
  #asleep = 0
  #fellAsleep: () => void = () => undefined

  /** @param clock the real time, for examples; without it time stands still until it is moved on */
  constructor(start: number, clock?: () => number) {
    this.#now = start
    this.#clock = clock
  }

  readonly now = (): number => this.#clock?.() ?? this.#now

  /** Runs a job so many milliseconds from now; gives what cancels it. */
  after(milliseconds: number, run: () => unknown): () => void {
    const job: Job = { at: this.now() + Math.max(0, milliseconds), turn: this.#turns++, run }
    if (this.#isStopped) return () => undefined
    if (this.#clock !== undefined) {
      const timer = setTimeout(
        () => {
          this.#timers.delete(timer)
          this.#start(job)
        },
        Math.max(0, milliseconds),
      )
      this.#timers.add(timer)
      return () => {
        this.#timers.delete(timer)
        clearTimeout(timer)
      }
    }
    this.#jobs.splice(this.#placeOf(job), 0, job)
    return () => {
      const at = this.#jobs.indexOf(job)
      if (at >= 0) this.#jobs.splice(at, 1)
    }
  }

  /** Forgets what is due, and takes nothing more. */
  stop(): void {
    this.#isStopped = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#jobs.length = 0
  }

  /** Resolves after so many milliseconds of this time; whoever waits for it is not waited for. */
  async sleep(milliseconds: number): Promise<void> {
    this.#asleep += 1
    this.#fellAsleep()
    await new Promise<void>((resolve) => this.after(milliseconds, resolve))
    this.#asleep -= 1
  }

  /** Moves time on and runs what becomes due on the way, one after the other, to its end. */
  async advance(milliseconds: number): Promise<void> {
    if (this.#clock !== undefined || !(milliseconds >= 0)) {
      throw new LanggananError(
        'INVALID_INPUT',
        'Only time that stands still can be moved on, and only forward.',
        { field: 'milliseconds' },
      )
    }
    const until = this.#now + milliseconds
    await this.#settle()
    for (let job = this.#jobs.at(-1); job !== undefined && job.at <= until; ) {
      this.#jobs.pop()
      this.#now = job.at
      this.#start(job)
      job = this.#jobs.at(-1)
      if (this.isConcurrent && job?.at === this.#now) continue
      await this.#settle()
      job = this.#jobs.at(-1)
    }
    this.#now = until
    if (this.#failures.length > 0) throw this.#failures.shift()
  }

  /** The instant of the next job, if there is one. */
  next(): number | undefined {
    return this.#jobs.at(-1)?.at
  }

  #start({ run }: Job): void {
    const work = Promise.resolve()
      .then(run)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (this.#clock !== undefined) throw error
        this.#failures.push(error)
      })
      .finally(() => this.#underWay.delete(work))
    this.#underWay.add(work)
  }

  /** Waits for what was begun; but what may itself wait for time to go on only gets a chance. */
  async #settle(): Promise<void> {
    while (this.#underWay.size > 0 && this.#asleep === 0) {
      const fellAsleep = new Promise<void>((resolve) => {
        this.#fellAsleep = resolve
      })
      await Promise.race([...this.#underWay, fellAsleep])
    }
    if (this.#asleep > 0) await new Promise((resolve) => setTimeout(resolve, 0))
  }

  #placeOf({ at }: Job): number {
    let low = 0
    let high = this.#jobs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      // Later jobs stand before; of one instant the one that came later stands before.
      if ((this.#jobs[middle]?.at ?? at) > at) low = middle + 1
      else high = middle
    }
    return low
  }
}
