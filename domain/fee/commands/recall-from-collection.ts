import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeeRecalledFromCollection } from '../events/fee-recalled-from-collection'
import { refuseFeeCommand } from '../fee-refusal'
import type { FeeTransactionRole } from '../fee-transaction-role'

/** Takes a fee back from collection, at whichever step: it can be paid here again. */
export interface RecallFromCollection {
  readonly type: 'RecallFromCollection'
  readonly fee: FeeId
  readonly reason: string
  readonly role: FeeTransactionRole
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`, `FeeIsNotCollected`. */
export const decideRecallFromCollection = ({
  fee,
  reason,
  role,
  on: recalledOn,
}: RecallFromCollection): DecideFromState =>
  decideWhenFeeIsOwed(({ borrower, collection }) =>
    collection._tag === 'NotCollected'
      ? refuseFeeCommand('FeeIsNotCollected')
      : E.right([FeeRecalledFromCollection({ fee }, { fee: { borrower, recalledOn, reason, role } })]),
  )
