import { either as E } from 'fp-ts'
import type { BlockId, BorrowerId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { BlockReason } from '../../policy/block-reason'
import { whenRegistered, type Decision } from '../decision'
import { BlockSet } from '../events/block-set'
import { refuse } from '../refusal'
import type { StandingBlock } from '../state'

/** A borrower may not use the library until the block is lifted. The note is for staff. */
export interface BlockBorrower {
  readonly type: 'BlockBorrower'
  readonly borrower: BorrowerId
  readonly block: BlockId
  readonly reason: BlockReason
  readonly note: string | null
  readonly at: Instant
}

const isFor =
  (reason: BlockReason) =>
  (standing: StandingBlock): boolean =>
    standing.reason._tag === 'Plain' && standing.reason.value === reason

/** One block for each reason stands at a time. Refused: `BorrowerIsUnknown`, `AlreadyBlockedForThisReason`. */
export const block = ({ borrower, block: id, reason, note, at }: BlockBorrower): Decision =>
  whenRegistered(({ blocks }) =>
    blocks.some(isFor(reason))
      ? refuse('AlreadyBlockedForThisReason')
      : E.right([BlockSet({ borrower, block: id }, { block: { reason, since: dayOf(at), note } })]),
  )
