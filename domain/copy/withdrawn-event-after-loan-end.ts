import { CopyWithdrawn } from './events/copy-withdrawn'
import type { CopyOnLoan, KnownCopy } from './copy-state'

/**
 * The event after the end of a loan that was recorded when the copy was already withdrawn: it stays out of the
 * collection. None for any other loan.
 */
export const withdrawnEventAfterLoanEnd = ({
  item: { copy, title },
  details,
}: CopyOnLoan): ReadonlyArray<CopyWithdrawn> =>
  details._tag === 'Plain' && details.value.wasWithdrawn ? [CopyWithdrawn({ copy, title }, {})] : []

/** Whether the copy is withdrawn, or will be again when its loan ends. */
export const isWithdrawnNowOrAfterLoan = (state: KnownCopy): boolean =>
  state._tag === 'Withdrawn' || (state._tag === 'OnLoan' && withdrawnEventAfterLoanEnd(state).length > 0)
