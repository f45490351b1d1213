import type { FeeId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { DecideFromState } from '../decide-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { FeeWaived } from '../events/fee-waived'

/** Staff waive a fee. */
export interface WaiveFee {
  readonly type: 'WaiveFee'
  readonly fee: FeeId
  readonly reason: string
  readonly at: Instant
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`. */
export const decideWaiveFee = ({ fee, reason, at }: WaiveFee): DecideFromState =>
  decideFeeSettlement(dayOf(at))(({ borrower }) => FeeWaived({ fee }, { fee: { borrower, reason } }))
