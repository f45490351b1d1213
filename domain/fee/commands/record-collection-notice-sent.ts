import { either as E } from 'fp-ts'
import { addDays, type Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { CollectionNoticeSent } from '../events/collection-notice-sent'

/** Records that the written notice went out. */
export interface RecordCollectionNoticeSent {
  readonly type: 'RecordCollectionNoticeSent'
  readonly fee: FeeId
  readonly sentOn: Day
  /** Days to pay after the notice. */
  readonly daysToPay: number
}

/**
 * Of a fee that waits for no notice, nothing is recorded. Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`,
 * `FeeIsForgotten`.
 */
export const decideRecordCollectionNoticeSent = ({
  fee,
  sentOn: noticeSentOn,
  daysToPay,
}: RecordCollectionNoticeSent): DecideFromState =>
  decideWhenFeeIsOwed(({ borrower, collection }) => {
    if (collection._tag !== 'NoticeRequested') return E.right([])
    const payBy = addDays(daysToPay)(noticeSentOn)
    return E.right([CollectionNoticeSent({ fee }, { fee: { borrower, noticeSentOn, payBy } })])
  })
