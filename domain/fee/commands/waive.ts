import type { FeeId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Decision } from '../decision'
import { ending } from '../ending'
import { FeeWaived } from '../events/fee-waived'

/** Staff let a borrower off a fee. */
export interface WaiveFee {
  readonly type: 'WaiveFee'
  readonly fee: FeeId
  readonly reason: string
  readonly at: Instant
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`. */
export const waive = ({ fee, reason, at }: WaiveFee): Decision =>
  ending(dayOf(at))(({ borrower }) => FeeWaived({ fee }, { fee: { borrower, reason } }))
