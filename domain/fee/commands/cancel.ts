import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import type { Decision } from '../decision'
import { ending } from '../ending'
import { FeeCancelled } from '../events/fee-cancelled'

/** A fee shall not have been: the lost copy was found, or it was a mistake. */
export interface CancelFee {
  readonly type: 'CancelFee'
  readonly fee: FeeId
  readonly because: 'copy found' | 'mistake'
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`. */
export const cancel = ({ fee, because, on }: CancelFee): Decision =>
  ending(on)(({ borrower }) => FeeCancelled({ fee }, { fee: { borrower, because } }))
