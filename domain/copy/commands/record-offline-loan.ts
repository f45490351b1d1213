import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { branchOfOfflineAct } from '../../policy/branch-of-offline-act'
import type { LoanRuleViolation } from '../../policy/loan-rule-violation'
import { refusalsOfAllRules } from '../../policy/policy-rule'
import { lendingRules } from '../../policy/lending-rules'
import type { Policy } from '../../policy/policy'
import type { CopyId, UnmatchedId } from '../../values/ids'
import { dayOf, noonOf, type Instant } from '../../values/instant'
import type { CopyEvent } from '../copy-event'
import type { DecideFromState } from '../decide-copy-from-state'
import { PastLoanRecorded } from '../events/past-loan-recorded'
import type { CopyHistory } from '../history/copy-history'
import { copyAvailabilityWhenLent, isWithdrawnBeforeLoanEnd, type LoanOnTimeline } from '../history/conflicts-in-time'
import { findScanOnLaterDay } from '../history/dated-copy-changes'
import { loanCasesEndedByTimelineEntry } from '../history/loan-cases-ended-by-timeline-entry'
import { copyStateWithDueDayAtInstant } from '../history/due-day-at-instant'
import { loanEndCorrection, findLoanEndChangedBy } from '../history/loan-end-corrections'
import { loanEndsOfTimeline, type TimelineEntry } from '../history/loan-ends-of-timeline'
import { renewalConflictEvents } from '../history/renewal-conflict-events'
import { loanStartEvent } from '../loan-start-event'
import type { KnownCopy } from '../copy-state'
import { decideRecordLoan, type RecordLoan } from './record-loan'
import { unmatchedActEvent } from './record-unmatched-act'

/** Records a loan that a machine made while it was offline, at its place in time. */
export interface RecordOfflineLoan extends Omit<RecordLoan, 'type' | 'alsoAgainst'> {
  readonly type: 'RecordOfflineLoan'
  readonly copy: CopyId
  /** The scope of a case for staff, when the library does not know the copy. */
  readonly unmatched: UnmatchedId
  /** The card or id that the machine sent for the borrower. */
  readonly presented: string
  /** As the log has it at the revision on which the command is decided. */
  readonly history: CopyHistory
}

type LoanAtKnownBranch = RecordOfflineLoan & { readonly alsoAgainst: ReadonlyArray<LoanRuleViolation> }

/** The end of the loan by a scan on a later day, of which the log has no moment: the copy was back by then. */
const endByScan = ({ datedChanges }: CopyHistory, at: Instant): TimelineEntry | undefined => {
  const scan = findScanOnLaterDay(at)(datedChanges)
  return scan && { type: 'returned', at: noonOf(scan.on), branch: scan.branch }
}

type EndedLoan = LoanOnTimeline & { readonly end: TimelineEntry }

/** The event for a loan that has already ended. Its copy was somewhere else by then, so it changes no state. */
const pastLoanEvent =
  (policy: Policy, inTime: EndedLoan) =>
  ({ standing, at, alsoAgainst, history, ...lending }: LoanAtKnownBranch) =>
  (state: KnownCopy): ReadonlyArray<PastLoanRecorded> => {
    const { end } = inTime
    const broken = refusalsOfAllRules(lendingRules)({
      policy,
      standing,
      material: state.item,
      availability: copyAvailabilityWhenLent(history, inTime)(state),
      day: dayOf(at),
    })
    const withdrawn: ReadonlyArray<LoanRuleViolation> = isWithdrawnBeforeLoanEnd(history, end.at)(state)
      ? ['copyWithdrawn']
      : []
    const against = [...broken, ...withdrawn, ...alsoAgainst]
    const { open, sealed } = loanStartEvent(policy, against)({ ...lending, standing, at })(state)
    if (sealed.loan._tag === 'Erased' || sealed.statistics._tag === 'Erased') return []
    const { override: _override, continues: _continues, ...loan } = sealed.loan.value
    return [
      PastLoanRecorded(
        { ...open, returnedTo: end.branch, returnedOn: dayOf(end.at) },
        { loan: { ...loan, returnedAt: end.at }, statistics: sealed.statistics.value },
      ),
    ]
  }

const loanEvents = (policy: Policy, command: LoanAtKnownBranch, state: KnownCopy): ReturnType<DecideFromState> => {
  const { history, loan, branch, at, standing } = command
  const lent = { type: 'lent', at, branch, loan } as const
  const end = loanEndsOfTimeline([...history.timeline, lent]).get(loan) ?? endByScan(history, at)
  const changed = findLoanEndChangedBy(lent)(history)
  const priorEvents: ReadonlyArray<CopyEvent> = [
    ...loanCasesEndedByTimelineEntry(state, lent)(history),
    ...loanEndCorrection(policy, state.item)(changed),
    ...renewalConflictEvents(state.item)(changed),
  ]
  const inTime = { borrower: standing.borrower, at, changed, end }
  if (end !== undefined) return E.right([...priorEvents, ...pastLoanEvent(policy, { ...inTime, end })(command)(state)])
  const availability = copyAvailabilityWhenLent(history, inTime)(state)
  return pipe(
    copyStateWithDueDayAtInstant(policy, history, at)(state),
    decideRecordLoan(policy)({ ...command, type: 'RecordLoan', availability }),
    E.map((events) => [...priorEvents, ...events]),
  )
}

/**
 * "What they did has happened: it is recorded, never refused; a return that comes before its loan waits for it; a loan
 * of a copy that was lent meanwhile says against what." A loan of an unknown copy is a case for staff.
 */
export const decideRecordOfflineLoan =
  (policy: Policy) =>
  (sent: RecordOfflineLoan): DecideFromState =>
  (state) => {
    const { at } = sent
    if (state._tag === 'Unknown') return E.right([unmatchedActEvent({ ...sent, act: 'loan', because: 'copyUnknown' })])
    const { branch, isUnknown } = branchOfOfflineAct(policy, dayOf(at))(sent.branch, state.branch)
    return loanEvents(policy, { ...sent, branch, alsoAgainst: isUnknown ? ['branchUnknown'] : [] }, state)
  }
