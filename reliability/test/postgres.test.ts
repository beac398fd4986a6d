import { newPostgresPlace } from './places.ts'
import { processLaws } from './process-laws.ts'

processLaws({
  name: 'Postgres',
  newPlace: newPostgresPlace,
  // Its server was not stopped, so nothing of its own can have been torn.
  isSound: async () => true,
})
