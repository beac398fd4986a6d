import type { Shop } from '@langganan/core'
import type { Pool, PoolClient } from 'pg'
import type { Job, PgBoss } from 'pg-boss'

/** What a job knows of the event that it was made for. */
export interface Paid {
  readonly payment: string
}

/** Makes jobs of what happened since the last time, and moves the cursor: both or neither. Tells how many events it read. */
export function follow(shop: Shop, pool: Pool, boss: PgBoss, consumer: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    const place = [shop.id, consumer]
    await client.query(
      'insert into my_cursors (shop, consumer) values ($1, $2) on conflict do nothing',
      place,
    )
    const { rows } = await client.query<{ after: string | null }>(
      'select after from my_cursors where shop = $1 and consumer = $2 for update',
      place,
    )
    const after = rows[0]?.after
    const { events, cursor } = await shop.within(client).events.read(after ? { after } : {})
    const jobs = events.flatMap((event) =>
      event.type === 'payment.recorded' ? [{ data: { payment: event.data.payment } }] : [],
    )
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
    if (jobs.length > 0) await boss.insert(consumer, jobs, { db })
    await client.query('update my_cursors set after = $3 where shop = $1 and consumer = $2', [
      ...place,
      cursor,
    ])
    return events.length
  })
}

/** What a worker does with the jobs of the consumer `receipts`. */
export function writeReceipts(shop: Shop, pool: Pool): (jobs: Job<Paid>[]) => Promise<void> {
  return async (jobs) => {
    for (const job of jobs) {
      await once(pool, job.id, async (client) => {
        const { amount, customer } = await shop
          .within(client)
          .transactions.payment(job.data.payment)
        await client.query('insert into my_receipts (customer, amount) values ($1, $2)', [
          customer,
          amount,
        ])
      })
    }
  }
}

/** Does the work of a job and remembers that it is done: both or neither, however often the job comes. */
export function once(
  pool: Pool,
  job: string,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'insert into my_done (job) values ($1) on conflict do nothing',
      [job],
    )
    if (rowCount === 1) await work(client)
  })
}

/** Follows the log from now on, and works on the jobs; what it answers ends the following. */
export async function startReceipts(
  shop: Shop,
  pool: Pool,
  boss: PgBoss,
): Promise<() => Promise<void>> {
  await boss.createQueue('receipts', { retryLimit: 5, retryBackoff: true })
  let following = Promise.resolve()
  const catchUp = (): void => {
    following = following.then(async () => {
      while ((await follow(shop, pool, boss, 'receipts')) > 0);
    })
    following = following.catch(console.error)
  }
  catchUp()
  const timer = setInterval(catchUp, 5_000)
  const unheard = shop.on('payment.recorded', catchUp)
  await boss.work('receipts', writeReceipts(shop, pool))
  return () => {
    clearInterval(timer)
    unheard()
    return following
  }
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A client that cannot even roll back is not handed out again.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}
