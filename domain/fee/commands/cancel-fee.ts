import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import type { FeeTransactionRole } from '../fee-transaction-role'
import type { DecideFromState } from '../decide-fee-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { FeeCancelled } from '../events/fee-cancelled'
import { unlessAtCollector } from '../unless-at-collector'

/** Cancels a fee or a reimbursement: the lost copy was found, or it was a mistake. */
export interface CancelFee {
  readonly type: 'CancelFee'
  readonly fee: FeeId
  readonly because: 'copy found' | 'mistake'
  /** In words; null when a rule cancels the fee. */
  readonly reason: string | null
  readonly role: FeeTransactionRole
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`, `FeeIsPassedOn`. */
export const decideCancelFee = ({ fee, because, reason, role, on }: CancelFee): DecideFromState =>
  unlessAtCollector(role)(
    decideFeeSettlement(
      ['Owed', 'Granted'],
      on,
    )(({ borrower }) => FeeCancelled({ fee }, { fee: { borrower, because, reason, role } })),
  )
