import { either as E } from 'fp-ts'
import type { BlockId, BorrowerId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { BlockReason } from '../../policy/block-reason'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { BlockSet } from '../events/block-set'
import { refuseBorrowerCommand } from '../borrower-refusal'
import type { ActiveBlock } from '../borrower-state'

/** Blocks a borrower until the block is lifted. The note is for staff. */
export interface BlockBorrower {
  readonly type: 'BlockBorrower'
  readonly borrower: BorrowerId
  readonly block: BlockId
  readonly reason: BlockReason
  readonly note: string | null
  readonly at: Instant
}

/** Whether an active block has the reason. */
export const isBlockedFor =
  (reason: BlockReason) =>
  (activeBlock: ActiveBlock): boolean =>
    activeBlock.reason._tag === 'Plain' && activeBlock.reason.value === reason

/** A borrower has at most one block for each reason. Refused: `BorrowerIsUnknown`, `AlreadyBlockedForThisReason`. */
export const decideBlockBorrower = ({ borrower, block: id, reason, note, at }: BlockBorrower): DecideFromState =>
  decideWhenRegistered(({ blocks }) =>
    blocks.some(isBlockedFor(reason))
      ? refuseBorrowerCommand('AlreadyBlockedForThisReason')
      : E.right([BlockSet({ borrower, block: id }, { block: { reason, since: dayOf(at), note } })]),
  )
