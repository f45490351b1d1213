import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { CollectionFileId, FeeId } from '../../values/ids'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeePassedOnForCollection } from '../events/fee-passed-on-for-collection'
import { refuseFeeCommand } from '../fee-refusal'

/** Records that the file with the fee was handed out. */
export interface PassOnForCollection {
  readonly type: 'PassOnForCollection'
  readonly fee: FeeId
  readonly file: CollectionFileId
  readonly on: Day
}

/**
 * A repeat changes nothing. Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`,
 * `FeeIsNotInCollectionFile`.
 */
export const decidePassOnForCollection = ({ fee, file, on: passedOnOn }: PassOnForCollection): DecideFromState =>
  decideWhenFeeIsOwed(({ borrower, collection }) => {
    if (collection._tag === 'PassedOn' && collection.file === file) return E.right([])
    return collection._tag === 'Selected' && collection.file === file
      ? E.right([FeePassedOnForCollection({ fee }, { fee: { borrower, file, passedOnOn } })])
      : refuseFeeCommand('FeeIsNotInCollectionFile')
  })
