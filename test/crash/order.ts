import type { BlockId, BorrowerId, CopyId, FeeId, TitleId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { Ore } from '../../domain/values/ore'
import type { BlockReason } from '../../domain/policy/block-reason'

/** What is asked for; it can be sent again word for word. */
export type Deed =
  | { readonly act: 'lend'; readonly copy: CopyId; readonly borrower: BorrowerId }
  | { readonly act: 'return'; readonly copy: CopyId }
  | { readonly act: 'reserve'; readonly title: TitleId; readonly borrower: BorrowerId }
  | { readonly act: 'register'; readonly card: string }
  | { readonly act: 'pay'; readonly borrower: BorrowerId; readonly fees: ReadonlyArray<FeeId>; readonly amount: Ore }
  | { readonly act: 'block'; readonly borrower: BorrowerId; readonly reason: BlockReason }
  | { readonly act: 'lift'; readonly borrower: BorrowerId; readonly block: BlockId }

/** A deed under its idempotency key. */
export interface Order {
  readonly key: string
  readonly at: Instant
  readonly deed: Deed
}
