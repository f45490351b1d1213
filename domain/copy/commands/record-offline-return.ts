import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { branchOfOfflineAct } from '../../policy/branch-of-offline-act'
import type { Policy } from '../../policy/policy'
import { dayOf } from '../../values/instant'
import type { CopyId, UnmatchedId } from '../../values/ids'
import type { CopyEvent } from '../copy-event'
import type { DecideFromState } from '../decide-copy-from-state'
import type { UnmatchedReason } from '../events/unmatched-act-recorded'
import type { CopyHistory } from '../history/copy-history'
import { hasDatedChangeAfter } from '../history/dated-copy-changes'
import { loanCasesEndedByTimelineEntry } from '../history/loan-cases-ended-by-timeline-entry'
import { copyStateWithDueDayAtInstant } from '../history/due-day-at-instant'
import { loanEndCorrection, findLoanEndChangedBy, type ChangedLoanEnd } from '../history/loan-end-corrections'
import { isFollowedInTimeline, type TimelineEntry } from '../history/loan-ends-of-timeline'
import { renewalConflictEvents } from '../history/renewal-conflict-events'
import { copyMissingEventAfterLoanEnd } from '../copy-missing-event-after-loan-end'
import { lostLoanOf, type KnownCopy } from '../copy-state'
import { unlentReturnEvent } from '../unlent-return-event'
import { unmatchedActEvent } from './record-unmatched-act'
import { decideReturnCopy, type ReturnCopy } from './return-copy'

/** Records a return that a machine took while it was offline, at its place in time. */
export interface RecordOfflineReturn extends Omit<ReturnCopy, 'type'> {
  readonly type: 'RecordOfflineReturn'
  readonly copy: CopyId
  /** The scope of a case for staff, when the library does not know the copy or the branch. */
  readonly unknownCase: UnmatchedId
  /** As the log has it at the revision on which the command is decided. */
  readonly history: CopyHistory
}

/** Whether the return is the last that is known of the copy, so that it tells where the copy is. */
const isLatestNews =
  ({ timeline, datedChanges }: CopyHistory, returned: TimelineEntry) =>
  (state: KnownCopy): boolean =>
    state._tag !== 'OnLoan' &&
    lostLoanOf(state) === undefined &&
    !isFollowedInTimeline(returned)(timeline) &&
    !hasDatedChangeAfter(returned.at)(datedChanges, timeline)

const hasEndedBefore = ({ loan, end }: ChangedLoanEnd): boolean => loan.end !== undefined && loan.end.at <= end.at

/** A return at a branch of the library, and the loan that it ends. */
interface PlacedReturn {
  readonly command: RecordOfflineReturn
  readonly returned: TimelineEntry
  readonly changed: ChangedLoanEnd | undefined
}

const placeReturn = (command: RecordOfflineReturn): PlacedReturn => {
  const returned = { type: 'returned', at: command.at, branch: command.branch } as const
  return { command, returned, changed: findLoanEndChangedBy(returned)(command.history) }
}

const returnEvents =
  (policy: Policy, { command, returned, changed }: PlacedReturn) =>
  (state: KnownCopy): ReturnType<DecideFromState> => {
    const { history, at } = command
    const endsLoanOfState =
      changed !== undefined && changed.loan.loan === (state._tag === 'OnLoan' ? state.loan : lostLoanOf(state))
    const isNews = (changed === undefined || hasEndedBefore(changed)) && isLatestNews(history, returned)(state)
    const corrections: ReadonlyArray<CopyEvent> = loanEndCorrection(policy, state.item)(changed)
    const voided = renewalConflictEvents(state.item)(changed)
    if (!endsLoanOfState && !isNews)
      return E.right(corrections.length > 0 ? [...corrections, ...voided] : [unlentReturnEvent(command)(state)])
    const decided = decideReturnCopy({ ...command, type: 'Return' })(
      copyStateWithDueDayAtInstant(policy, history, at)(state),
    )
    const missing = endsLoanOfState ? copyMissingEventAfterLoanEnd(history, at)(state) : []
    return E.isLeft(decided) ? decided : E.right([...corrections, ...decided.right, ...voided, ...missing])
  }

/** What staff must look at: the return as the machine sent it. */
const unknownCase = (
  { unknownCase: unmatched, copy, at, branch }: RecordOfflineReturn,
  because: UnmatchedReason,
): CopyEvent => unmatchedActEvent({ unmatched, copy, act: 'return', because, at, branch, presented: null })

/**
 * The return ends the loan that ran at its time, and none that began later. Without such a loan it waits for one. Never
 * refused: a return of an unknown copy is a case for staff, and so is one at a branch that the library did not have.
 */
export const decideRecordOfflineReturn =
  (policy: Policy) =>
  (sent: RecordOfflineReturn): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return E.right([unknownCase(sent, 'copyUnknown')])
    const { branch, isUnknown } = branchOfOfflineAct(policy, dayOf(sent.at))(sent.branch, state.branch)
    const placed = placeReturn({ ...sent, branch })
    const cases = isUnknown ? [unknownCase(sent, 'branchUnknown')] : []
    return pipe(
      returnEvents(policy, placed)(state),
      E.map((events) => [...loanCasesEndedByTimelineEntry(state, placed.returned)(sent.history), ...events, ...cases]),
    )
  }
