import type { OpenRunningLibraryOptions } from '../../../adapters/composition/open-running-library-options'
import { demoFirstDay } from '../../../adapters/imports/demo/make-demo-library'
import { exampleOfPolicyFile } from '../../../adapters/stores/policy-file/example-of-policy-file'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withLibraryIn } from '../../fixtures/running-library'
import { fillDemoLibrary, populationWith } from './fill-demo-library'

/** How the library is opened. */
export const largeLibraryOptions: Partial<OpenRunningLibraryOptions> = {
  startOn: demoFirstDay,
  policyFile: { path: 'policy.json', text: exampleOfPolicyFile },
}

/** Makes a library with many borrowers in a new folder. What is written becomes durable at the end. */
export const makeLargeLibrary = (folder: string, borrowers: number): Promise<void> =>
  withLibraryIn(
    folder,
    async (library) => {
      await fillDemoLibrary(library, populationWith(borrowers))
      rightOrThrow(await library.flush())
    },
    { ...largeLibraryOptions, inBulk: true },
  )
