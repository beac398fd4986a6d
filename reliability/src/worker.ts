/** A process of its own: takes jobs, one a line, does them, and tells of them line by line. */
import { createInterface } from 'node:readline'
import { doJob, type Job } from './jobs.ts'
import { openPlace, type Place } from './place.ts'

export interface Order {
  readonly place: Place
  readonly job: Job
}

/** What a process says. */
export type Said =
  | { readonly said: 'ready' }
  | { readonly said: 'line'; readonly line: string }
  | { readonly said: 'done'; readonly result: unknown }

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`)
}

say({ said: 'ready' })
for await (const line of createInterface({ input: process.stdin })) {
  const { place, job }: Order = JSON.parse(line)
  const storage = await openPlace(place)
  const result = await doJob(job, storage, (told) => say({ said: 'line', line: told }))
  await storage.close()
  say({ said: 'done', result: result ?? null })
}
