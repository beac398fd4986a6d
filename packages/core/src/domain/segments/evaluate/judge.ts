import type { CustomerView } from '../customer-view.ts'

/** Says whether a customer satisfies a condition. */
export type Judge = (view: CustomerView) => boolean
