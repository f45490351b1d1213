import type { SetAsideId } from '../values/ids'
import { dayOf } from '../values/instant'
import { nextInQueue } from '../title/queue'
import { copyToServe, servedBy } from './copies-of-title'
import type { Facts } from './facts'
import { toCopy, type FollowUp } from './follow-up'
import { pickUpNumber } from './pick-up-number'
import type { Derive } from './reaction'

/** A copy on the shelf is kept for the next in the queue, if there are both. */
export const serveNext = (
  { policy, now, title, copiesToServe: copies }: Pick<Facts, 'policy' | 'now' | 'title' | 'copiesToServe'>,
  derive: Derive,
): ReadonlyArray<FollowUp> => {
  const next = nextInQueue(servedBy(copies), dayOf(now))(title)
  if (next === undefined) return []
  const { borrower, reservation, pickUpBranch } = next
  const free = copyToServe(policy, pickUpBranch)(copies)
  if (free === undefined) return []
  const { copy } = free.item
  return [
    toCopy(copy, {
      type: 'SetAside',
      setAside: derive(`set aside ${copy}`) as SetAsideId,
      borrower,
      reservation,
      pickUpBranch,
      pickUpNumber: pickUpNumber(derive(`pick-up number ${copy}`)),
      at: now,
    }),
  ]
}
