import { CopyWithdrawn } from './events/copy-withdrawn'
import type { CopyOnLoan, KnownCopyState } from './state'

/**
 * The event after the end of a loan that was recorded when the copy was already withdrawn: it stays out of the
 * collection. None for any other loan.
 */
export const eventsWithdrawingCopyAgain = ({
  item: { copy, title },
  details,
}: CopyOnLoan): ReadonlyArray<CopyWithdrawn> =>
  details._tag === 'Plain' && details.value.wasWithdrawn ? [CopyWithdrawn({ copy, title }, {})] : []

/** Whether the copy is withdrawn, or will be again when its loan ends. */
export const staysWithdrawn = (state: KnownCopyState): boolean =>
  state._tag === 'Withdrawn' || (state._tag === 'OnLoan' && eventsWithdrawingCopyAgain(state).length > 0)
