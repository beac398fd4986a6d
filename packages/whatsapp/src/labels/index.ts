export { baileysLabels } from './baileys.ts'
export { type EvolutionOptions, evolutionLabels } from './evolution.ts'
export { gowaLabels } from './gowa.ts'
export {
  type IngestedLabels,
  type IngestOptions,
  ingestLabels,
  type LabelShop,
  reconcileLabels,
} from './ingest-labels.ts'
export type { IgnoredLabels, ReadLabels, RejectedLabel } from './read-labels.ts'
export { isSignedByGowa, isSignedByWaha, type RawBody } from './signature.ts'
export { type ReadSnapshot, snapshotLabels } from './snapshot.ts'
export { wahaLabels } from './waha.ts'
export { wppconnectLabels } from './wppconnect.ts'
