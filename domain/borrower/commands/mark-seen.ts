import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { HalfYear } from '../../values/month'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { BorrowerSeen } from '../events/borrower-seen'

/** Records that the borrower used the library in the half-year, as part of a month's closing. */
export interface MarkSeen {
  readonly type: 'MarkSeen'
  readonly borrower: BorrowerId
  readonly halfYear: HalfYear
}

/** Once for each half-year, and not for the half-year of registration. Refused: `BorrowerIsUnknown`. */
export const decideMarkSeen = ({ borrower, halfYear }: MarkSeen): DecideFromState =>
  decideWhenRegistered(({ lastSeen }) =>
    lastSeen >= halfYear ? acceptedWithoutChange : E.right([BorrowerSeen({ borrower, halfYear }, {})]),
  )
