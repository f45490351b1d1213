import { either as E } from 'fp-ts'
import type { BorrowerId, FeeId } from '../../values/ids'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeeJoined } from '../events/fee-joined'
import type { FeeItem } from '../fee-item'
import { refuseFeeCommand } from '../fee-refusal'
import type { OwedFee } from '../fee-state'

/** Adds a further late return or renewal of the same occasion to its fee, at no cost. */
export interface JoinFee {
  readonly type: 'JoinFee'
  readonly fee: FeeId
  readonly borrower: BorrowerId
  readonly item: FeeItem
}

const alreadyCovers =
  ({ item }: JoinFee) =>
  ({ debt }: OwedFee): boolean =>
    debt._tag === 'Plain' && debt.value.copies.includes(item.copy)

/**
 * A settled fee may still be joined: a borrower who paid in the morning owes nothing for a copy of the same occasion
 * returned in the afternoon. Refused: `FeeIsUnknown`, `FeeIsNotForLateness`, `FeeIsForgotten`.
 */
export const decideJoinFee =
  (command: JoinFee): DecideFromState =>
  (state) => {
    if (state._tag === 'Unlevied') return refuseFeeCommand('FeeIsUnknown')
    if (state.kind !== 'lateness') return refuseFeeCommand('FeeIsNotForLateness')
    if (state._tag === 'Owed' && state.debt._tag === 'Erased') return refuseFeeCommand('FeeIsForgotten')
    if (state._tag === 'Owed' && alreadyCovers(command)(state)) return E.right([])
    const { fee, borrower, item } = command
    return E.right([FeeJoined({ fee }, { fee: { borrower, item } })])
  }
