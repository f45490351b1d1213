import type { DemoCollector } from '../../imports/demo/demo-collector'
import { findDemoExamples, type DemoExamples } from '../../imports/demo/demo-examples'
import { demoDayCount, makeDemoLibrary } from '../../imports/demo/make-demo-library'
import { recreateDemoExamplesIfAny } from '../../imports/demo/with-examples-recreated-on-clock-moves'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { ServeOptions } from '../../interfaces/cli/parse-command-line'
import type { DemoUser } from '../../interfaces/http/tokens/demo-issuer'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { writeKeyOfDemoCollector } from './write-key-of-demo-collector'

/** What the making of demo data needs besides the library. */
interface DemoSettings {
  readonly folder: string
  readonly options: ServeOptions
  readonly output: CliOutput
  readonly demoCollector: DemoCollector | undefined
}

/** Makes the demo data of a new folder, and answers what to show of it. Undefined without `--try`. */
export const prepareDemo = async (
  { library, isNew }: { readonly library: RunningLibrary; readonly isNew: boolean },
  { options, output, folder, demoCollector }: DemoSettings,
): Promise<DemoExamples | undefined> => {
  if (options.try !== true) return undefined
  if (isNew && options.empty !== true) {
    await makeDemoLibrary(library, (done) => {
      output.showProgress({ what: 'Days of the demo library', done, total: demoDayCount })
    })
    output.endProgress()
    if (demoCollector !== undefined) output.writeLine(await writeKeyOfDemoCollector(folder, demoCollector))
  } else await recreateDemoExamplesIfAny(library)
  return findDemoExamples(library)
}

/** The demo borrower, and the demo guardian. */
export const demoUsersOfBorrowers = ({ borrower, guardianship }: DemoExamples): ReadonlyArray<DemoUser> => [
  ...(borrower === undefined ? [] : [{ role: 'borrower', subject: borrower } as const]),
  ...(guardianship === undefined
    ? []
    : [{ role: 'guardian', subject: 'demo-guardian', guardianships: [guardianship] } as const]),
]
