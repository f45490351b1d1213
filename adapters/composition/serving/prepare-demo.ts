import { findDemoExamples, type DemoExamples } from '../../imports/demo/demo-examples'
import { recreateDemoExamplesIfAny } from '../../imports/demo/with-examples-recreated-on-clock-moves'
import type { ServeOptions } from '../../interfaces/cli/parse-command-line'
import type { DemoUser } from '../../interfaces/http/tokens/demo-issuer'
import type { RunningLibrary } from '../../processes/running-library/running-library'

/** Answers what to show of a demo library; of one that was made earlier, what has passed is made anew. Undefined without `--try`. */
export const prepareDemo = async (
  { library, isNew }: { readonly library: RunningLibrary; readonly isNew: boolean },
  { options }: { readonly options: ServeOptions },
): Promise<DemoExamples | undefined> => {
  if (options.try !== true) return undefined
  if (!isNew || options.empty === true) await recreateDemoExamplesIfAny(library)
  return findDemoExamples(library)
}

/** The demo borrower, and the demo guardian. */
export const demoUsersOfBorrowers = ({
  borrower,
  guardianship,
}: Pick<DemoExamples, 'borrower' | 'guardianship'>): ReadonlyArray<DemoUser> => [
  ...(borrower === undefined ? [] : [{ role: 'borrower', subject: borrower } as const]),
  ...(guardianship === undefined
    ? []
    : [{ role: 'guardian', subject: 'demo-guardian', guardianships: [guardianship] } as const]),
]
