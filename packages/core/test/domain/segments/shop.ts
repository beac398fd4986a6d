import type { Catalogue } from '../../../src/domain/segments/catalogue.ts'
import { catalogueIn } from '../../../src/testing/arbitraries/catalogue.ts'

/** The catalogue that the tests of predicates check against. */
export const catalogue: Catalogue = catalogueIn('Asia/Jakarta')
