import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { HalfYear } from '../../values/month'
import { nothingNew, whenRegistered, type Decision } from '../decision'
import { BorrowerSeen } from '../events/borrower-seen'

/** A month's closing found that the borrower had used the library in the half-year. */
export interface MarkSeen {
  readonly type: 'MarkSeen'
  readonly borrower: BorrowerId
  readonly halfYear: HalfYear
}

/** Once for each half-year, and not for the one of registering. Refused: `BorrowerIsUnknown`. */
export const markSeen = ({ borrower, halfYear }: MarkSeen): Decision =>
  whenRegistered(({ lastSeen }) =>
    lastSeen >= halfYear ? nothingNew : E.right([BorrowerSeen({ borrower, halfYear }, {})]),
  )
