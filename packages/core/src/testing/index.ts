export {
  type LabelChange,
  type PopulateOptions,
  type PopulateProgress,
  populateShop,
  type SimulatedCall,
  type SimulatedEvent,
  type SimulationOptions,
  simulatedGroups,
  simulateShop,
} from '../simulator/index.ts'
export { catalogueIn } from './arbitraries/catalogue.ts'
export { arbitraryPopulation, arbitraryView, type Population } from './arbitraries/population.ts'
export { arbitraryPredicate } from './arbitraries/predicate.ts'
export { arbitraryPools, poolsAt, type ScenePools } from './arbitraries/scene-pools.ts'
export {
  type ShopKitOptions,
  shopKit,
  shopTimeKit,
} from './shop-kit/shop-kit.ts'
export { FaultPoints, type PointsPassed } from './shop-kit/world/fault-points.ts'
export type { FaultyStorage, OpenFaultyStorage } from './shop-kit/world/faulty-storage.ts'
export { callEverything } from './storage-kit/call-everything.ts'
export { hostedStorage, type InHostTransaction } from './storage-kit/hosted-storage.ts'
export { type StorageKitOptions, storageKit } from './storage-kit/storage-kit.ts'
