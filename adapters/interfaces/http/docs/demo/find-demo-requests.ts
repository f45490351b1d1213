import { addDays } from '../../../../../domain/values/day'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { RequestExample, RequestExamples } from '../../openapi/request-example'
import { borrowerRequestExamples, reservationRequestExamples } from './borrower-request-examples'
import { feeRequestExamples, onlinePaymentRequestExamples } from './fee-request-examples'
import { findExampleIds } from './find-example-ids'
import { guardianRequestExamples } from './guardian-request-examples'
import { legalHoldRequestExamples } from './legal-hold-request-examples'
import { classOpeningExamples, putExampleClassOpenings } from './put-example-class-openings'
import { loanAndCopyRequestExamples } from './loan-and-copy-request-examples'
import { examplesOfReadRequests } from './examples-of-read-requests'
import { videoRequestExamples } from './video-request-examples'
import { exampleCopies } from '../../../../imports/demo/demo-records-for-examples'
import { signExampleReceipt } from './sign-example-receipt'

/** Whether what the example names exists: an id that was not found is ''. */
const isComplete = ({ parameters, body }: RequestExample): boolean =>
  !Object.values(parameters ?? {}).includes('') && !JSON.stringify(body ?? {}).includes('""')

/**
 * Examples of requests that succeed in the demo library as it is now, each under the name of its route. What has been used
 * up in the demo is left out.
 */
export const findDemoRequests = async (library: RunningLibrary): Promise<RequestExamples> => {
  await library.catchUpReadModels()
  const today = library.useCaseDependencies.commandHandling.clock.today()
  const ids = findExampleIds(library)
  const certificate = library.certificates.list({ limit: 1 })[0]?.certificate ?? ''
  await putExampleClassOpenings(library)
  const examples: RequestExamples = {
    ...examplesOfReadRequests(ids, certificate, today),
    ...loanAndCopyRequestExamples(ids),
    ...reservationRequestExamples(ids, today),
    ...feeRequestExamples(ids, await signExampleReceipt(library)),
    ...onlinePaymentRequestExamples(ids),
    ...(await borrowerRequestExamples(ids, today)),
    ...(await guardianRequestExamples(ids, today)),
    ...legalHoldRequestExamples(ids, today),
    ...videoRequestExamples(ids, today),
    ...classOpeningExamples(exampleCopies.toReturn.copy),
    openServerLog: { parameters: { day: ids.dayOfServerLog() }, body: { reason: 'Angreb på siderne' } },
    confirmDate: { body: { today } },
    moveClockForward: { body: { to: addDays(1)(today) } },
  }
  return Object.fromEntries(Object.entries(examples).filter(([, example]) => isComplete(example)))
}
