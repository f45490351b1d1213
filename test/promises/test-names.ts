import type { KindOfData } from '../../retention/promises/kind-of-data'

/** The file of the tests of the promises, in this folder. */
export const fileOfPromiseTests = 'promises.test.ts'

/** The name of the test that guards a promise. */
export const testOfPromise = ({ name, end }: KindOfData): string =>
  `${name.da}: ses af dem, som låneren får at vide, og slettes ${end.da}`

/** The name of the test of who may change a kind of data. */
export const testOfChange = ({ name }: KindOfData): string =>
  `${name.da}: kan kun ændres af dem, som låneren får at vide`
