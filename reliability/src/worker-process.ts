import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Job } from './jobs.ts'
import type { Place } from './place.ts'
import type { Said } from './worker.ts'

/** A process that takes jobs, from its beginning to its end. */
export class WorkerProcess {
  readonly #child: ChildProcess
  readonly #said: AsyncIterator<string>

  /** Starts one; it is ready for a job when the promise fulfils. */
  static async start(): Promise<WorkerProcess> {
    const worker = new WorkerProcess()
    await worker.#next()
    return worker
  }

  private constructor() {
    // `tools/one-file/worker.ts` makes it of `worker.ts`.
    const file = fileURLToPath(new URL('../node_modules/.cache/worker/worker.js', import.meta.url))
    this.#child = spawn(process.execPath, ['--no-warnings', file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const input = this.#child.stdout
    if (input === null) throw new Error('the process has no output')
    this.#said = createInterface({ input })[Symbol.asyncIterator]()
  }

  /** Gives it a job; answers what came of it. */
  async work(place: Place, job: Job): Promise<unknown> {
    this.#send(place, job)
    for (;;) {
      const said = await this.#next()
      if (said === undefined) throw new Error(`the process ended while it was to ${job.do}`)
      if (said.said === 'done') return said.result
    }
  }

  /**
   * Gives it a job and kills it, as by kill -9, as soon as it told of so many lines. Answers all that
   * it told, up to its end.
   */
  async workUntilKilled(place: Place, job: Job, lines: number): Promise<readonly string[]> {
    this.#send(place, job)
    const told: string[] = []
    for (let said = await this.#next(); said !== undefined; said = await this.#next()) {
      if (said.said === 'done') throw new Error(`the process could ${job.do} before it was killed`)
      if (said.said === 'line') told.push(said.line)
      if (told.length === lines) this.#child.kill('SIGKILL')
    }
    if (this.#child.signalCode === null) await once(this.#child, 'exit')
    if (this.#child.signalCode !== 'SIGKILL') throw new Error('the process ended by itself')
    return told
  }

  /** Lets it end; answers its exit code. */
  async end(): Promise<number | null> {
    this.#child.stdin?.end()
    if (this.#child.exitCode === null) await once(this.#child, 'exit')
    return this.#child.exitCode
  }

  #send(place: Place, job: Job): void {
    this.#child.stdin?.write(`${JSON.stringify({ place, job })}\n`)
  }

  async #next(): Promise<Said | undefined> {
    const { done, value } = await this.#said.next()
    return done === true ? undefined : JSON.parse(value)
  }
}
