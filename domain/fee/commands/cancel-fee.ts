import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import type { DecideFromState } from '../decide-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { FeeCancelled } from '../events/fee-cancelled'

/** Cancels a fee: the lost copy was found, or the fee was a mistake. */
export interface CancelFee {
  readonly type: 'CancelFee'
  readonly fee: FeeId
  readonly because: 'copy found' | 'mistake'
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`. */
export const decideCancelFee = ({ fee, because, on }: CancelFee): DecideFromState =>
  decideFeeSettlement(on)(({ borrower }) => FeeCancelled({ fee }, { fee: { borrower, because } }))
