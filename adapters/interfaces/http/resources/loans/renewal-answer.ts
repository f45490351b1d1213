import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import type { CopyId, LoanId, OfflineCaseId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { toOfflineCaseReason } from '../offline-cases/offline-case-codecs'
import type { LoanRenewedAnswer, OfflineRenewalConflict } from './loan-answer-codecs'
import { readDueDayOfLoan } from './read-due-day-of-loan'

type LoanRenewed = t.TypeOf<typeof LoanRenewedAnswer>

/** What staff must resolve: a renewal that is not run, or one that was against the rules or the log. */
type RenewalCase = Pick<LoanRenewed, 'against' | 'case'> & { readonly isRun: boolean }

const noCase: RenewalCase = { against: [], case: null, isRun: true }

const caseOf = (event: CopyEvent): ReadonlyArray<RenewalCase> => {
  if (event.type === 'UnmatchedActRecorded' && event.sealed.unmatched._tag === 'Plain') {
    const against = [event.sealed.unmatched.value.because as OfflineRenewalConflict]
    return [{ against, case: event.open.unmatched as string as OfflineCaseId, isRun: false }]
  }
  if (event.type !== 'RenewalConflictRecorded' || event.sealed.loan._tag === 'Erased') return []
  const against = event.sealed.loan.value.against.map(toOfflineCaseReason)
  return [{ against, case: event.open.loan as string as OfflineCaseId, isRun: true }]
}

/** The answer of a renewal from its events. Those of a repeat are the events of the first request. */
export const renewalAnswer =
  (library: RunningLibrary) =>
  (loan: LoanId, copy: CopyId, events: ReadonlyArray<CopyEvent>): TE.TaskEither<HttpFailure, LoanRenewed> => {
    const { isRun, ...ofCase } = events.flatMap(caseOf)[0] ?? noCase
    return isRun
      ? pipe(
          readDueDayOfLoan(library)(loan, events),
          TE.map((dueOn) => ({ loan, copy, dueOn, ...ofCase })),
        )
      : TE.right({ loan, copy, dueOn: null, ...ofCase })
  }
