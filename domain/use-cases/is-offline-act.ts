import { pipe } from 'fp-ts/function'
import type { LibraryClock } from '../ports/clocks'
import { subtractMilliseconds, type Instant } from '../values/instant'

/** "Clock skew between the machines must be under one minute." In milliseconds. */
const clockSkew = 60_000

/** Whether something happened so long before it arrives that the machine was offline: more than the clock skew. */
export const isOfflineAct =
  (clock: Pick<LibraryClock, 'now'>) =>
  (at: Instant): boolean =>
    at < pipe(clock.now(), subtractMilliseconds(clockSkew))
