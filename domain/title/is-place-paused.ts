import type { WaitingBorrower } from '../policy/waiting-borrower'
import type { ReadyQueuePlace, WaitingQueuePlace } from './title-state'

/**
 * Whether a place is skipped because a copy of another title of the same parallel reservation is reserved for its borrower,
 * or lent to them. It keeps its place. Nothing is recorded of this: it is computed from the other titles.
 */
export const isPlacePaused =
  ({ titlesWithCopy }: Pick<WaitingBorrower, 'titlesWithCopy'>) =>
  ({ parallelTo }: WaitingQueuePlace | ReadyQueuePlace): boolean =>
    parallelTo.some((title) => titlesWithCopy.has(title))
