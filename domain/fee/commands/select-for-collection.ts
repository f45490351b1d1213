import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { CollectionFileId, FeeId } from '../../values/ids'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeeSelectedForCollection } from '../events/fee-selected-for-collection'
import { isReadyForCollection } from '../fee-collection'
import { refuseFeeCommand } from '../fee-refusal'

/** Selects a fee for a file to the collector. */
export interface SelectForCollection {
  readonly type: 'SelectForCollection'
  readonly fee: FeeId
  readonly file: CollectionFileId
  readonly on: Day
}

/**
 * Only after the written notice and its days to pay, or again when the last file with it was not handed out. Refused:
 * `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`, `FeeIsNotReadyForCollection`.
 */
export const decideSelectForCollection = ({ fee, file, on: selectedOn }: SelectForCollection): DecideFromState =>
  decideWhenFeeIsOwed(({ borrower, collection }) =>
    isReadyForCollection(selectedOn)(collection)
      ? E.right([FeeSelectedForCollection({ fee }, { fee: { borrower, file, selectedOn } })])
      : refuseFeeCommand('FeeIsNotReadyForCollection'),
  )
