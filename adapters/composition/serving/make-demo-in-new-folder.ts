import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { DemoCollector } from '../../imports/demo/demo-collector'
import { addLateClosedDay } from '../../imports/demo/demo-late-closed-day'
import { demoDayCount, makeDemoLibrary } from '../../imports/demo/make-demo-library'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { LibraryOpeningError } from '../library-opening-error'
import type { NamedPolicyFile } from '../opening/load-policy-or-default'
import { writeKeyOfDemoCollector } from './write-key-of-demo-collector'

interface NewDemoFolder {
  readonly folder: string
  readonly output: CliOutput
  /** Undefined when the command names a policy file of its own. */
  readonly demoCollector: DemoCollector | undefined
  readonly openWith: (policyFile: NamedPolicyFile) => TaskEither<LibraryOpeningError, RunningLibrary>
}

const makeDemoOrClose = async (library: RunningLibrary, output: CliOutput): Promise<void> => {
  try {
    await makeDemoLibrary(library, (done) => {
      output.showProgress({ what: 'Days of the demo library', done, total: demoDayCount })
    })
  } catch (error) {
    await library.close()
    throw error
  }
  output.endProgress()
}

/**
 * Makes the demo library in a new folder. Then a closed day is added to its policy file, and the library is opened again, as a
 * library does it: so the demo has loans whose due day has moved. A policy file that the command names stays as it is.
 */
export const makeDemoInNewFolder = async (
  library: RunningLibrary,
  { folder, output, demoCollector, openWith }: NewDemoFolder,
): Promise<E.Either<LibraryOpeningError, RunningLibrary>> => {
  await makeDemoOrClose(library, output)
  if (demoCollector === undefined) return E.right(library)
  output.writeLine(await writeKeyOfDemoCollector(folder, demoCollector))
  await library.close()
  return openWith({ path: 'the policy file of the demo library', text: addLateClosedDay(demoCollector.policyText) })()
}
