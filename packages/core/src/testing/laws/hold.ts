import fc from 'fast-check'
import { arbitraryScene, type Scene } from '../arbitraries/scene.ts'
import { casesPerPopulation, type LawRun, populationsOf } from './law-run.ts'
import { smallestFailing } from './smallest.ts'

/**
 * Puts a law to the test on drawn scenes, each numbered so that it can have a shop of its own.
 *
 * @throws Error with the seed, what failed, and the customers for whom it does.
 */
export async function hold(
  law: string,
  run: LawRun,
  holdsFor: (scene: Scene, number: number) => Promise<void>,
): Promise<void> {
  let scenes = 0
  const problemOf = async (scene: Scene): Promise<Error | undefined> => {
    scenes += 1
    try {
      await holdsFor(scene, scenes)
      return undefined
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }
  const property = fc.asyncProperty(
    arbitraryScene(casesPerPopulation),
    async (scene) => (await problemOf(scene)) === undefined,
  )
  // Shrinking forty questions at once takes minutes; the smallest case is found below.
  const settings = { numRuns: populationsOf(run), seed: run.seed, endOnFailure: true }
  const [failed] = (await fc.check(property, settings)).counterexample ?? []
  if (failed === undefined) return

  const smallest = await smallestFailing(failed, async (scene) => {
    return (await problemOf(scene)) !== undefined
  })
  const cause = await problemOf(smallest)
  const customers = JSON.stringify(smallest.population.views).slice(0, 4_000)
  throw new Error(
    `${law} does not hold, seed ${run.seed}: ${cause?.message}\ncustomers: ${customers}`,
    { cause },
  )
}
