import type { KindOfDataName } from '../../retention/promises/kinds-of-data'
import type { ExampleOfData } from './example-of-data'
import { examplesOfAccesses } from './examples-of-accesses'
import { examplesOfBorrower } from './examples-of-borrower'
import { examplesOfGuardian } from './examples-of-guardian'
import { examplesOfSurveillance } from './examples-of-surveillance'
import { examplesOfWebsite } from './examples-of-website'
import { examplesOfUse } from './examples-of-use'

/** An example for each row of the promises table. */
export const examples: Readonly<Record<KindOfDataName, ExampleOfData>> = {
  ...examplesOfBorrower,
  ...examplesOfGuardian,
  ...examplesOfUse,
  ...examplesOfAccesses,
  ...examplesOfSurveillance,
  ...examplesOfWebsite,
}
