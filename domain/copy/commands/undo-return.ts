import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import { isSameFeeOccasion } from '../../policy/fee-occasion-days'
import type { Policy } from '../../policy/policy'
import { textOfRefusalOverride } from '../../policy/refusal-override'
import type { BorrowerFee } from '../../ports/decision-queries'
import type { BranchId, LoanId, StatisticsId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { textOfContinuedLoan } from '../continued-loan'
import { releaseEventOfLentCopy } from '../copy-release-event'
import { refuseCopyCommand, refuseInCopyState, type CopyRefusal } from '../copy-refusal'
import { isReservedCopy, type CopyState, type KnownCopy } from '../copy-state'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanStarted } from '../events/loan-started'
import { doesLoanFulfilReservation } from '../loan-start-event'
import type { CopyHistory } from '../history/copy-history'
import { findReturnedLoan, type ReturnedLoan } from '../history/returned-loan'

/** Undoes the return of a copy that was scanned by mistake: a new loan continues the one that ended. */
export interface UndoReturn {
  readonly type: 'UndoReturn'
  /** The loan that the return ended. */
  readonly returned: LoanId
  /** The loan that continues it. */
  readonly loan: LoanId
  readonly statistics: StatisticsId
  /** Of the borrower of the loan, read under the lock; undefined when nobody is registered any more. */
  readonly standing: BorrowerStanding | undefined
  /** All fees of the borrower. */
  readonly fees: ReadonlyArray<BorrowerFee>
  /** As the log has it at the revision on which the command is decided. */
  readonly history: CopyHistory
  readonly branch: BranchId
  readonly at: Instant
}

/** States in which a copy is still where its return has brought it, or is on its way from there. */
const isWhereReturned = (state: CopyState): state is KnownCopy =>
  state._tag === 'OnShelf' || state._tag === 'ReleasedInTransit' || isReservedCopy(state)

/** Whether the fee of the return stands for the copy alone: it was paid or written off, or staff have decided on it. */
const isStandingFeeOf =
  ({ details: { borrower }, ...loan }: ReturnedLoan, state: KnownCopy) =>
  (fee: BorrowerFee): boolean =>
    fee.kind === 'lateness' &&
    fee.borrower === borrower &&
    isSameFeeOccasion(fee)({ ...loan, occasion: loan.returnedOn }) &&
    fee.copies.every((copy) => copy === state.item.copy) &&
    (fee.ending === 'paid' || fee.ending === 'writtenOff' || (fee.ending === null && fee.decidedByStaff))

const checkReturn =
  ({ fees, branch, at }: UndoReturn, state: KnownCopy) =>
  (returned: ReturnedLoan): Either<CopyRefusal, ReturnedLoan> => {
    const { returnedOn } = returned
    if (returned.wasLentSince) return refuseCopyCommand({ _tag: 'CopyWasLentSince' })
    if (returnedOn !== dayOf(at)) return refuseCopyCommand({ _tag: 'ReturnIsOfAnotherDay', returnedOn })
    if (returned.branch !== branch || state.branch !== branch)
      return refuseCopyCommand({ _tag: 'ReturnIsOfAnotherBranch' })
    return fees.some(isStandingFeeOf(returned, state))
      ? refuseCopyCommand({ _tag: 'FeeOfReturnStands' })
      : E.right(returned)
  }

/**
 * The new loan has the terms of the one that it continues: the due day, the renewals, the groups at lending. What the
 * borrower has reserved of the title since is fulfilled, as by any loan.
 */
const continuingLoan =
  ({ loan, statistics, branch, at }: UndoReturn, standing: BorrowerStanding, state: KnownCopy) =>
  ({ details, dueOn, lentOn, renewals }: ReturnedLoan): LoanStarted => {
    const { copy, title } = state.item
    const { borrower, borrowerGroup, ageClass, name } = details
    return LoanStarted(
      { loan, statistics, copy, title, branch, lentOn: dayOf(at) },
      {
        loan: {
          ...{ borrower, dueOn, lentAt: at, borrowerGroup, ageClass, name, against: [] },
          fulfils: doesLoanFulfilReservation(standing)(state),
          override: textOfRefusalOverride(null),
          continues: textOfContinuedLoan({ lentOn, renewals }),
        },
        statistics: { borrowerGroup, municipality: standing.municipality, ageClass },
      },
    )
  }

/**
 * The log says for ever that the copy was returned, and the loan that ended is forgotten in its time. No rule of lending
 * refuses the loan that continues it: the borrower has the copy. A copy that was set aside since is released, and its
 * reservation keeps its place. Refused when the copy was lent, withdrawn or missed since, when the return is of another
 * day or branch, and when its fee stands.
 */
export const decideUndoReturn =
  (policy: Policy) =>
  (command: UndoReturn): DecideFromState =>
  (state) => {
    const { standing, history, branch } = command
    if (!isWhereReturned(state)) return refuseInCopyState(state)
    const found = findReturnedLoan(policy, state.item.group)(command.returned)(history)
    if (E.isLeft(found)) return found
    if (standing === undefined) return refuseCopyCommand({ _tag: 'LoanIsForgotten' })
    const checked = checkReturn(command, state)(found.right)
    if (E.isLeft(checked)) return checked
    return E.right([
      ...(isReservedCopy(state) ? [releaseEventOfLentCopy(standing.borrower, branch)(state)] : []),
      continuingLoan(command, standing, state)(found.right),
    ])
  }
