import { either as E } from 'fp-ts'
import type { Policy } from '../../policy/policy'
import { dayOf } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import type { DecideFromState } from '../decide-from-state'
import type { CopyHistory } from '../history/copy-history'
import { withDueDayAt } from '../history/due-day-at'
import { loanEndCorrection, loanEndedBy } from '../history/loan-end-corrections'
import { hasEntryAfter } from '../history/loan-ends'
import { refuseInState } from '../refusal'
import { lostLoanOf, type KnownCopy } from '../state'
import { unlentReturnEvent } from '../unlent-return-event'
import { decideReturnCopy, type ReturnCopy } from './return-copy'

/** Records a return that a machine took while it was offline, at its place in time. */
export interface RecordOfflineReturn extends Omit<ReturnCopy, 'type'> {
  readonly type: 'RecordOfflineReturn'
  /** As the log has it at the revision on which the command is decided. */
  readonly history: CopyHistory
}

/** Whether the copy was reserved by a scan or return on the last day of which anything is recorded, and its moment is known. */
const isReservedByKnownScan =
  ({ timeline, lastRecordedOn }: CopyHistory) =>
  (state: KnownCopy): boolean =>
    (state._tag === 'SetAside' || state._tag === 'InTransit' || state._tag === 'ReadyForPickUp') &&
    timeline.some(({ at }) => dayOf(at) === lastRecordedOn)

/** Whether the return is the last that is known of the copy, so that it tells where the copy is. */
const isLatestNews =
  ({ at, branch, history }: RecordOfflineReturn) =>
  (state: KnownCopy): boolean =>
    state._tag !== 'OnLoan' &&
    lostLoanOf(state) === undefined &&
    !hasEntryAfter({ type: 'returned', at, branch })(history.timeline) &&
    (state._tag === 'OnShelf' || history.lastRecordedOn < dayOf(at) || isReservedByKnownScan(history)(state))

/**
 * The return ends the loan that ran at its time, and none that began later. Without such a loan it waits for one. Only
 * an unknown copy is refused.
 */
export const decideRecordOfflineReturn =
  (policy: Policy) =>
  (command: RecordOfflineReturn): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return refuseInState(state)
    const { history, at, branch } = command
    const changed = loanEndedBy({ type: 'returned', at, branch })(history)
    const endsLoanOfState =
      changed !== undefined && changed.loan.loan === (state._tag === 'OnLoan' ? state.loan : lostLoanOf(state))
    const corrections: ReadonlyArray<CopyEvent> = loanEndCorrection(policy, state.item)(changed)
    if (!endsLoanOfState && !(changed === undefined && isLatestNews(command)(state)))
      return E.right(corrections.length > 0 ? corrections : [unlentReturnEvent(command)(state)])
    const returned = decideReturnCopy({ ...command, type: 'Return' })(withDueDayAt(policy, history, at)(state))
    return E.isLeft(returned) ? returned : E.right([...corrections, ...returned.right])
  }
