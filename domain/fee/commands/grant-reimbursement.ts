import { either as E } from 'fp-ts'
import { addDays, type Day } from '../../values/day'
import type { BorrowerId, FeeId } from '../../values/ids'
import type { Ore } from '../../values/ore'
import type { DecideFromState } from '../decide-fee-from-state'
import { ReimbursementGranted } from '../events/reimbursement-granted'
import type { FeeItem } from '../fee-item'
import type { ReimbursementReason } from '../reimbursement-reason'
import { refuseFeeCommand } from '../fee-refusal'

/** Grants a reimbursement, in øre, as a fee of its own: the library owes the borrower. */
export interface GrantReimbursement {
  readonly type: 'GrantReimbursement'
  readonly fee: FeeId
  readonly borrower: BorrowerId
  readonly amount: Ore
  readonly because: ReimbursementReason
  readonly items: ReadonlyArray<FeeItem>
  readonly on: Day
}

/** Days after which a reimbursement that nobody has claimed is erased: three years, when the claim lapses (forældelse). */
const longestReimbursementDays = 3 * 365 + 1

/** Refused: `FeeIsAlreadyLevied`. */
export const decideGrantReimbursement =
  ({ fee, borrower, amount, because, items, on }: GrantReimbursement): DecideFromState =>
  (state) =>
    state._tag === 'Unlevied'
      ? E.right([
          ReimbursementGranted(
            { fee, grantedOn: on, latestEnd: addDays(longestReimbursementDays)(on) },
            { fee: { borrower, amount, because, items } },
          ),
        ])
      : refuseFeeCommand('FeeIsAlreadyLevied')
