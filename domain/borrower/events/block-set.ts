import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BlockId, BorrowerId } from '../../values/ids'
import { BlockReason } from '../../policy/block-reason'

/** A borrower was blocked, until the block is lifted. */
export const BlockSet = defineEvent('BlockSet', 1, {
  open: { borrower: BorrowerId, block: BlockId },
  sealed: { block: { reason: BlockReason, since: Day, note: nullable(t.string) } },
})
export type BlockSet = EventOf<typeof BlockSet>
