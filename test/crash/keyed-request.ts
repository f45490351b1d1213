import type { BlockId, BorrowerId, CopyId, FeeId, TitleId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { Ore } from '../../domain/values/ore'
import type { BlockReason } from '../../domain/policy/block-reason'

/** The action that a request asks for. It can be sent again unchanged. */
export type RequestedAction =
  | { readonly kind: 'lend'; readonly copy: CopyId; readonly borrower: BorrowerId }
  | { readonly kind: 'return'; readonly copy: CopyId }
  | { readonly kind: 'reserve'; readonly title: TitleId; readonly borrower: BorrowerId }
  | { readonly kind: 'register'; readonly card: string }
  | { readonly kind: 'pay'; readonly borrower: BorrowerId; readonly fees: ReadonlyArray<FeeId>; readonly amount: Ore }
  | { readonly kind: 'block'; readonly borrower: BorrowerId; readonly reason: BlockReason }
  | { readonly kind: 'lift'; readonly borrower: BorrowerId; readonly block: BlockId }

/** An action with its idempotency key. */
export interface KeyedRequest {
  readonly key: string
  readonly at: Instant
  readonly action: RequestedAction
}
