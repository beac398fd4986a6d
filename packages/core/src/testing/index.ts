export { catalogueIn } from './arbitraries/catalogue.ts'
export { arbitraryPopulation, type Population } from './arbitraries/population.ts'
export { arbitraryPredicate } from './arbitraries/predicate.ts'
export { arbitraryPools, poolsAt, type ScenePools } from './arbitraries/scene-pools.ts'
export {
  type ShopKitOptions,
  shopKit,
  shopTimeKit,
} from './shop-kit/shop-kit.ts'
export {
  type PopulateOptions,
  type PopulateProgress,
  populateShop,
} from './simulator/populate-shop.ts'
export { simulateShop } from './simulator/simulate-shop.ts'
export {
  type LabelChange,
  type SimulatedCall,
  type SimulatedEvent,
  simulatedGroups,
} from './simulator/simulated-event.ts'
export type { SimulationOptions } from './simulator/world.ts'
export { type StorageKitOptions, storageKit } from './storage-kit/storage-kit.ts'
