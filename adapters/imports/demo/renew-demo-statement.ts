import { sendStatement } from '../../../domain/use-cases/send-statement'
import { pendingLegalNotices } from '../../../projections/messages/message-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers } from './demo-records-for-examples'
import { demoCommandMetadata, idOfDemoBorrower } from './run-use-cases-in-demo'

/**
 * When no letter waits to be printed, staff send a statement to somebody whose debt stands, unless
 * there is nothing to state, or it was stated today.
 */
export const renewDemoStatement = async (library: RunningLibrary): Promise<void> => {
  if (pendingLegalNotices(library.rows).length > 0) return
  const borrower = idOfDemoBorrower(library, exampleBorrowers.withDebtReadyForCollection)
  const sent = await sendStatement(library.useCaseDependencies)({ ...demoCommandMetadata(library), borrower })()
  if (sent._tag === 'Left' && sent.left._tag === 'Refused') return
  demoStepOrThrow(sent)
}
