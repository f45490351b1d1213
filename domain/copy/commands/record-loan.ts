import { either as E } from 'fp-ts'
import type { BranchId, LoanId, StatisticsId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { lendingRules } from '../../policy/lending'
import type { Policy } from '../../policy/policy'
import { allRefusals } from '../../policy/rule'
import type { Standing } from '../../policy/standing'
import { availabilityFor } from '../availability'
import type { CopyEvent } from '../copy-event'
import type { Decision } from '../decision'
import { CopyFound } from '../events/copy-found'
import { loanBeginning } from '../loan-beginning'
import { loanEnding } from '../loan-ending'
import { refuseAsItIs } from '../refusal'
import { releasing } from '../releasing'
import type { KnownCopy } from '../state'

/** Records a loan that has happened: in a ledger, or at a machine that was offline. */
export interface RecordLoan {
  readonly type: 'RecordLoan'
  readonly loan: LoanId
  readonly statistics: StatisticsId
  readonly standing: Standing
  readonly branch: BranchId
  readonly at: Instant
}

/**
 * How the copy came to be there to lend. Somebody took it home, so whatever the log says otherwise had ended by then:
 * an earlier loan was returned, a lost copy was found, one kept for somebody else was gone from the shelf.
 */
const becameFree =
  ({ standing, branch, at }: RecordLoan) =>
  (state: KnownCopy): ReadonlyArray<CopyEvent> => {
    const { copy, title } = state.item
    switch (state._tag) {
      case 'OnShelf':
      case 'Withdrawn':
        return []
      case 'OnLoan':
        return [loanEnding(branch, at)(state)]
      case 'Lost':
        return [CopyFound({ copy, title, branch, foundOn: dayOf(at) }, {})]
      case 'SetAside':
      case 'InTransit':
      case 'ReadyForPickUp': {
        const forBorrower = availabilityFor(standing.borrower)(state) === 'available'
        return [releasing(forBorrower ? 'lent' : 'copy gone', branch)(state)]
      }
    }
  }

/** Never refused for a copy that is known: what it was done against is told in the event, for staff to resolve. */
export const recordLoan =
  (policy: Policy) =>
  (command: RecordLoan): Decision =>
  (state) => {
    if (state._tag === 'Unknown') return refuseAsItIs(state)
    const { standing, at } = command
    const against = allRefusals(lendingRules)({
      policy,
      standing,
      material: state.item,
      availability: availabilityFor(standing.borrower)(state),
      day: dayOf(at),
    })
    return E.right([...becameFree(command)(state), loanBeginning(policy, against)(command)(state)])
  }
