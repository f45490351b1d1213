import { either as E } from 'fp-ts'
import type { BlockId, BorrowerId } from '../../values/ids'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { BlockLifted } from '../events/block-lifted'
import { refuseBorrowerCommand } from '../borrower-refusal'

/** Lifts a block. */
export interface LiftBlock {
  readonly type: 'LiftBlock'
  readonly borrower: BorrowerId
  readonly block: BlockId
}

/** Refused: `BorrowerIsUnknown`, `BlockIsUnknown` (also when it was lifted before). */
export const decideLiftBlock = ({ borrower, block }: LiftBlock): DecideFromState =>
  decideWhenRegistered(({ blocks }) =>
    blocks.some((activeBlock) => activeBlock.block === block)
      ? E.right([BlockLifted({ borrower, block }, {})])
      : refuseBorrowerCommand('BlockIsUnknown'),
  )
