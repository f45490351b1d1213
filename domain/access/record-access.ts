import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { AccessId, BorrowerId } from '../values/ids'
import type { Month } from '../values/month'
import { AccessRecorded } from './events/access-recorded'
import type { Opening } from './opening'

/** Records an opening, as part of the closing of a day. */
export interface RecordAccess {
  readonly type: 'RecordAccess'
  readonly access: AccessId
  readonly borrower: BorrowerId
  /** The month of the day that is closed. */
  readonly month: Month
  readonly opening: Opening
}

export interface AccessState {
  readonly _tag: 'Unrecorded' | 'Recorded'
}

/** Never refused: a repeat changes nothing. */
export const decideRecordAccess =
  ({ access, borrower, month, opening }: RecordAccess) =>
  ({ _tag }: AccessState): Either<never, ReadonlyArray<AccessRecorded>> =>
    E.right(_tag === 'Recorded' ? [] : [AccessRecorded({ access, month }, { access: { borrower, ...opening } })])
