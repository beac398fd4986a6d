import { join } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { processLaws } from './process-laws.ts'
import { temporaryFolder } from './temporary-folder.ts'

processLaws({
  name: 'SQLite',
  newPlace: () => ({ kind: 'sqlite', filename: join(temporaryFolder(), 'shop.db') }),
  async isSound(place) {
    if (place.kind !== 'sqlite') return false
    const storage = sqliteStorage({ filename: place.filename })
    const { sound } = await storage.inspect()
    await storage.close()
    return sound
  },
})
