import { pipe } from 'fp-ts/function'
import { dayOf, type Instant } from '../values/instant'
import type { SetAsideId } from '../values/ids'
import { pickUpDeadline } from '../policy/pick-up-deadline'
import type { Policy } from '../policy/policy'
import { CopyReady } from './events/copy-ready'
import type { CopyDescription, ReservedFor } from './copy-state'

/** The event that puts a copy on the pick-up shelf. Its pick-up deadline is an open day of the branch. */
export const copyReadyEvent =
  (policy: Policy) =>
  (setAside: SetAsideId, reservedFor: ReservedFor, pickUpNumber: string, at: Instant) =>
  ({ copy, title }: CopyDescription): CopyReady => {
    const { borrower, reservation, pickUpBranch: branch } = reservedFor
    const pickUpBy = pipe(dayOf(at), pickUpDeadline(policy)(branch))
    return CopyReady({ setAside, copy, title, branch }, { setAside: { borrower, reservation, pickUpNumber, pickUpBy } })
  }
