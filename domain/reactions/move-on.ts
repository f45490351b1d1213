import type { KeptCopy } from '../copy/state'
import { placeOf } from '../title/queue'
import type { Facts } from './facts'
import { toCopy, type FollowUp } from './follow-up'
import { pickUpNumber } from './pick-up-number'
import type { Derive } from './reaction'

/** Where a kept copy goes from where it stands: to the pick-up shelf, to another branch, or back to its own shelf. */
export const moveOn =
  ({ now, title }: Pick<Facts, 'now' | 'title'>, derive: Derive) =>
  (kept: KeptCopy): ReadonlyArray<FollowUp> => {
    const { setAside, branch, keptFor, item } = kept
    if (keptFor._tag === 'Erased') return []
    const place = placeOf(keptFor.value.reservation)(title)
    if (place === undefined) return [toCopy(item.copy, { type: 'ReleaseSetAside', setAside })]
    if (place._tag === 'Forgotten') return []
    const to = place.pickUpBranch
    if (kept._tag === 'SetAside' && keptFor.value.pickUpBranch === to && branch === to)
      return [
        toCopy(item.copy, {
          type: 'Arrive',
          branch,
          pickUpNumber: pickUpNumber(derive(`pick-up number ${item.copy}`)),
          at: now,
        }),
      ]
    const isOnItsWay = kept._tag === 'InTransit' && kept.to === to
    const isThere = kept._tag === 'ReadyForPickUp' && branch === to
    return isOnItsWay || isThere ? [] : [toCopy(item.copy, { type: 'Send', to })]
  }
