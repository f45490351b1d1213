import { either as E } from 'fp-ts'
import { renewedDueDay } from '../../policy/due-day-of-loan'
import type { Policy } from '../../policy/policy'
import { refusalsOfAllRules } from '../../policy/policy-rule'
import { textOfRefusalOverride } from '../../policy/refusal-override'
import type { RenewalConflict, RenewalDenial } from '../../policy/renewal-outcome'
import { renewalRules } from '../../policy/renewal-rules'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import { dayOf } from '../../values/instant'
import type { CopyId, UnmatchedId } from '../../values/ids'
import type { CopyEvent } from '../copy-event'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanRenewed } from '../events/loan-renewed'
import { RenewalConflictRecorded } from '../events/renewal-conflict-recorded'
import type { UnmatchedReason } from '../events/unmatched-act-recorded'
import type { CopyHistory, LoanInCopyHistory, PersonalPartOfLoanInHistory } from '../history/copy-history'
import { dueDayAtInstant, findLoanInCopyHistory } from '../history/due-day-at-instant'
import { hasLatenessOfLoanAfter } from '../history/renewal-or-loan-end-after-due-day'
import type { CopyDescription, CopyState } from '../copy-state'
import { unmatchedActEvent } from './record-unmatched-act'
import type { RenewLoan } from './renew-loan'

/** Records a renewal that a machine made while it was offline, at its place in time. */
export interface RecordOfflineRenewal extends Omit<RenewLoan, 'type' | 'overrideReason'> {
  readonly type: 'RecordOfflineRenewal'
  readonly copy: CopyId
  /** The scope of a case for staff, when the library does not know the loan or its borrower any more. */
  readonly unmatched: UnmatchedId
  /** As the log has it at the revision on which the command is decided. */
  readonly history: CopyHistory
}

type RenewalOf = Omit<RecordOfflineRenewal, 'standing'> & { readonly standing: BorrowerStanding }

/** The rules deny for another reason only a renewal that comes too early. */
const toConflict = (denial: RenewalDenial): RenewalConflict => (denial === 'deniedOtherReason' ? 'tooEarly' : denial)

const isClaimedReturned = (state: CopyState, { loan, at }: RenewalOf): boolean =>
  state._tag === 'OnLoan' && state.loan === loan && state.claimedOn !== undefined && state.claimedOn <= dayOf(at)

/**
 * The rules that the renewal broke, whether the copy was claimed returned, and whether the log counted the loan as late
 * meanwhile.
 */
const conflictsOf =
  (policy: Policy, { group: material }: CopyDescription, state: CopyState) =>
  (
    renewal: RenewalOf,
    loan: LoanInCopyHistory,
    details: PersonalPartOfLoanInHistory,
  ): ReadonlyArray<RenewalConflict> => {
    const { standing, othersWaiting, at } = renewal
    const dueOn = dueDayAtInstant(policy, material)(at)(loan, details)
    const day = dayOf(at)
    const renewals = loan.renewalsBefore + loan.renewedAt.length
    const broken = refusalsOfAllRules(renewalRules)({
      ...{ policy, standing, material, renewals, dueOn, othersWaiting, day },
    })
    return [
      ...(isClaimedReturned(state, renewal) ? ['claimedReturned' as const] : []),
      ...broken.map(toConflict),
      ...(hasLatenessOfLoanAfter(policy, material)(at)(loan, details) ? ['countedAsLate' as const] : []),
    ]
  }

const conflictEvent = (
  { copy }: CopyDescription,
  { loan, standing: { borrower }, at }: RenewalOf,
  against: ReadonlyArray<RenewalConflict>,
): ReadonlyArray<CopyEvent> =>
  against.length === 0 ? [] : [RenewalConflictRecorded({ loan, copy }, { loan: { borrower, renewedAt: at, against } })]

const renewalEvents =
  (policy: Policy, item: CopyDescription, state: CopyState) =>
  (renewal: RenewalOf, loan: LoanInCopyHistory, details: PersonalPartOfLoanInHistory): ReadonlyArray<CopyEvent> => {
    const { standing, at } = renewal
    if (loan.end !== undefined && loan.end.at < at) return conflictEvent(item, renewal, ['deniedMaterialIsNotFound'])
    const { copy, group: material } = item
    const lastRenewal = loan.renewedAt.reduce((last, next) => (next > last ? next : last), at)
    const previouslyDueOn = dueDayAtInstant(policy, material)(lastRenewal)(loan, details)
    const terms = { material, group: standing.group, branch: loan.branch, dueOn: previouslyDueOn }
    const dueOn = renewedDueDay(policy)(terms)(dayOf(at))
    const override = textOfRefusalOverride(null)
    return [
      LoanRenewed(
        { loan: loan.loan, copy },
        { loan: { borrower: standing.borrower, dueOn, previouslyDueOn, renewedAt: at, override } },
      ),
      ...conflictEvent(item, renewal, conflictsOf(policy, item, state)(renewal, loan, details)),
    ]
  }

/** What staff must look at. It names no borrower. */
const renewalCase = (
  { unmatched, copy, at }: RecordOfflineRenewal,
  because: UnmatchedReason,
): ReturnType<DecideFromState> =>
  E.right([unmatchedActEvent({ unmatched, copy, act: 'renewal', because, at, branch: null, presented: null })])

/**
 * The renewal is recorded, whatever the rules say: the machine has told the borrower the new due day. Never refused: it
 * is a case for staff when the loan was undone, when the loan or its borrower is forgotten, and when the loan is another
 * borrower's.
 */
export const decideRecordOfflineRenewal =
  (policy: Policy) =>
  (command: RecordOfflineRenewal): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return renewalCase(command, 'copyUnknown')
    const { standing } = command
    const loan = findLoanInCopyHistory(command.loan)(command.history)
    if (standing === undefined) return renewalCase(command, 'borrowerUnknown')
    if (loan === undefined || loan.details._tag === 'Erased' || loan.details.value.borrower !== standing.borrower)
      return renewalCase(command, 'loanUnknown')
    return E.right(renewalEvents(policy, state.item, state)({ ...command, standing }, loan, loan.details.value))
  }
