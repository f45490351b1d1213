import { pipe } from 'fp-ts/function'
import { dayOf, type Instant } from '../values/instant'
import type { SetAsideId } from '../values/ids'
import { pickUpDeadline } from '../policy/pick-up-deadline'
import type { Policy } from '../policy/policy'
import { CopyReady } from './events/copy-ready'
import type { Item, KeptFor } from './state'

/** A copy takes its place on the pick-up shelf, until a last day that is an opening day of the branch. */
export const readying =
  (policy: Policy) =>
  (setAside: SetAsideId, keptFor: KeptFor, pickUpNumber: string, at: Instant) =>
  ({ copy, title }: Item): CopyReady => {
    const { borrower, reservation, pickUpBranch: branch } = keptFor
    const pickUpBy = pipe(dayOf(at), pickUpDeadline(policy)(branch))
    return CopyReady({ setAside, copy, title, branch }, { setAside: { borrower, reservation, pickUpNumber, pickUpBy } })
  }
