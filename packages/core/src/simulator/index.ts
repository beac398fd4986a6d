export { type PopulateOptions, type PopulateProgress, populateShop } from './populate-shop.ts'
export { simulateShop } from './simulate-shop.ts'
export {
  type LabelChange,
  type SimulatedCall,
  type SimulatedEvent,
  simulatedGroups,
} from './simulated-event.ts'
export type { SimulationOptions } from './world.ts'
