import { CopyWithdrawn } from './events/copy-withdrawn'
import type { CopyOnLoan } from './state'

/**
 * The event after the end of a loan that was recorded when the copy was already withdrawn: it stays out of the
 * collection. None for any other loan.
 */
export const withdrawnAgain = ({ item: { copy, title }, details }: CopyOnLoan): ReadonlyArray<CopyWithdrawn> =>
  details._tag === 'Plain' && details.value.wasWithdrawn ? [CopyWithdrawn({ copy, title }, {})] : []
