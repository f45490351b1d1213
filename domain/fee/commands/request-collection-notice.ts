import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { CollectionNoticeRequested } from '../events/collection-notice-requested'
import { refuseFeeCommand } from '../fee-refusal'
import type { FeeTransactionRole } from '../fee-transaction-role'

/** Asks for the written notice that comes before a collection. */
export interface RequestCollectionNotice {
  readonly type: 'RequestCollectionNotice'
  readonly fee: FeeId
  readonly role: FeeTransactionRole
  readonly on: Day
}

/**
 * Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`, `CollectionHasBegun`.
 */
export const decideRequestCollectionNotice = ({
  fee,
  role,
  on: requestedOn,
}: RequestCollectionNotice): DecideFromState =>
  decideWhenFeeIsOwed(({ borrower, collection }) =>
    collection._tag === 'NotCollected'
      ? E.right([CollectionNoticeRequested({ fee }, { fee: { borrower, requestedOn, role } })])
      : refuseFeeCommand('CollectionHasBegun'),
  )
