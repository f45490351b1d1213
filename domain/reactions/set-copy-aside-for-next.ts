import type { SetAsideId } from '../values/ids'
import { dayOf } from '../values/instant'
import { findNextToServe } from '../title/queue'
import { findCopyToSetAside, reservationsWithCopyAmong } from './copies-for-reservations'
import type { ReactionFacts } from './reaction-facts'
import { followUpToCopy, type FollowUp } from './follow-up'
import { pickUpNumberFrom } from './pick-up-number'
import type { DeriveStepId } from './reaction'

/** Sets an available copy aside for the next in the queue, when there are both. */
export const setCopyAsideForNext = (
  { policy, now, queue, copiesIfQueued: copies }: Pick<ReactionFacts, 'policy' | 'now' | 'queue' | 'copiesIfQueued'>,
  deriveId: DeriveStepId,
): ReadonlyArray<FollowUp> => {
  const next = findNextToServe(reservationsWithCopyAmong(copies), dayOf(now))(queue)
  if (next === undefined) return []
  const { borrower, reservation, pickUpBranch } = next
  const availableCopy = findCopyToSetAside(policy, pickUpBranch)(copies)
  if (availableCopy === undefined) return []
  const { copy } = availableCopy.item
  return [
    followUpToCopy(copy, {
      type: 'SetAside',
      setAside: deriveId(`set aside ${copy}`) as SetAsideId,
      borrower,
      reservation,
      pickUpBranch,
      pickUpNumber: pickUpNumberFrom(deriveId(`pick-up number ${copy}`)),
      at: now,
    }),
  ]
}
