import type { UnitOfWork } from './unit-of-work.ts'

/**
 * Finds a row and holds the customer whose it is: it is read again under the lock, for meanwhile it may
 * have changed, or passed to somebody else.
 */
export async function findHeld<R extends { readonly customerId: string }>(
  unit: UnitOfWork,
  find: () => Promise<R>,
): Promise<R> {
  let found = await find()
  for (;;) {
    await unit.lock([found.customerId])
    const again = await find()
    if (again.customerId === found.customerId) return again
    found = again
  }
}
