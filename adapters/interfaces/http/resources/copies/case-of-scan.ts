import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import { wasCountedAsLateBeforeCorrection } from '../../../../../domain/copy/history/copy-history'
import type { OfflineCaseId } from '../../../../../domain/values/ids'

/** What staff must resolve, and whether the return is run. */
interface ReturnCase {
  readonly case: OfflineCaseId | null
  readonly isRun: boolean
}

const noCase: ReturnCase = { case: null, isRun: true }

/** Also a corrected end of a loan that was counted as late, and a renewal that is now after the end of its loan. */
const caseOf = (event: CopyEvent): ReadonlyArray<ReturnCase> => {
  if (event.type === 'UnmatchedActRecorded' && event.sealed.unmatched._tag === 'Plain') {
    const isRun = event.sealed.unmatched.value.because !== 'copyUnknown'
    return [{ case: event.open.unmatched as string as OfflineCaseId, isRun }]
  }
  return event.type === 'RenewalConflictRecorded' ||
    (event.type === 'LoanEndCorrected' && wasCountedAsLateBeforeCorrection(event))
    ? [{ case: event.open.loan as string as OfflineCaseId, isRun: true }]
    : []
}

/** The case that a return of an offline machine is for staff. A return that is not run as it was sent comes first. */
export const caseOfScan = (events: ReadonlyArray<CopyEvent>): ReturnCase => {
  const unmatched = events.filter(({ type }) => type === 'UnmatchedActRecorded')
  return [...unmatched, ...events].flatMap(caseOf)[0] ?? noCase
}
