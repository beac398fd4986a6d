import { sqliteStorage } from '@langganan/adapters-sqlite'
import { newSqlitePlace } from './places.ts'
import { processLaws } from './process-laws.ts'

processLaws({
  name: 'SQLite',
  newPlace: newSqlitePlace,
  async isSound(place) {
    if (place.kind !== 'sqlite') return false
    const storage = sqliteStorage({ filename: place.filename })
    const { sound } = await storage.inspect()
    await storage.close()
    return sound
  },
})
