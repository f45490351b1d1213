import { either as E } from 'fp-ts'
import type { BranchId, LoanId, StatisticsId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { lendingRules, type CopyAvailability } from '../../policy/lending-rules'
import type { Policy } from '../../policy/policy'
import { refusalsOfAllRules } from '../../policy/policy-rule'
import type { LoanRuleViolation } from '../../policy/loan-rule-violation'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import { copyAvailabilityFor } from '../copy-availability-for-borrower'
import type { CopyEvent } from '../copy-event'
import type { DecideFromState } from '../decide-copy-from-state'
import { foundCopyEvents } from '../found-copy-events'
import { loanStartEvent } from '../loan-start-event'
import { loanEndEventOfReturnedCopy } from '../loan-end-event-of-returned-copy'
import { refuseInCopyState } from '../copy-refusal'
import { releaseEventOfLentCopy } from '../copy-release-event'
import type { KnownCopy } from '../copy-state'
import { isWithdrawnNowOrAfterLoan } from '../withdrawn-event-after-loan-end'

/** Records a loan that has already happened: in a ledger, or at a machine that was offline. */
export interface RecordLoan {
  readonly type: 'RecordLoan'
  readonly loan: LoanId
  readonly statistics: StatisticsId
  readonly standing: BorrowerStanding
  readonly branch: BranchId
  readonly at: Instant
  /** How the copy stood at the moment of the loan, when that is known better than by its state. */
  readonly availability?: CopyAvailability
  /** What the loan was against besides the rules of lending. */
  readonly alsoAgainst?: ReadonlyArray<LoanRuleViolation>
}

/**
 * The events that make the copy available. The borrower did take the copy, so any earlier state had ended: an earlier
 * loan was returned, a lost copy was found, a copy reserved for another borrower had left the pick-up shelf.
 */
const endPreviousState =
  ({ standing, branch, at }: RecordLoan) =>
  (state: KnownCopy): ReadonlyArray<CopyEvent> => {
    switch (state._tag) {
      case 'OnShelf':
      case 'Missing':
      case 'ReleasedInTransit':
        return []
      case 'OnLoan':
        return [loanEndEventOfReturnedCopy(branch, at)(state)]
      case 'Lost':
      case 'Withdrawn':
        return foundCopyEvents(branch, dayOf(at))(state)
      case 'OnPullList':
      case 'SetAside':
      case 'InTransit':
      case 'ReadyForPickUp':
        return [releaseEventOfLentCopy(standing.borrower, branch)(state)]
    }
  }

/** Never refused for a known copy. The event names the rules that the loan broke, so that staff can resolve it. */
export const decideRecordLoan =
  (policy: Policy) =>
  (command: RecordLoan): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return refuseInCopyState(state)
    const { standing, at, availability = copyAvailabilityFor(standing.borrower)(state), alsoAgainst = [] } = command
    const broken = refusalsOfAllRules(lendingRules)({
      policy,
      standing,
      material: state.item,
      availability,
      day: dayOf(at),
    })
    const isWithdrawn = isWithdrawnNowOrAfterLoan(state) && availability !== 'copyWithdrawn'
    const against = [...broken, ...(isWithdrawn ? ['copyWithdrawn' as const] : []), ...alsoAgainst]
    return E.right([...endPreviousState(command)(state), loanStartEvent(policy, against)(command)(state)])
  }
