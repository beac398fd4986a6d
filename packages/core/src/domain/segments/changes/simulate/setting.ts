import type { KeptPlan } from '../../../kept/plan.ts'
import type { ChangeableView, ChangeMoment } from '../changeable-view.ts'
import type { OtherProducts } from './other-products.ts'

/** What simulations rest on. */
export interface Setting {
  readonly view: ChangeableView
  readonly moment: ChangeMoment
  /** What is kept up and has a part in the answer. */
  readonly plan: KeptPlan
  readonly otherProduct: OtherProducts
}
