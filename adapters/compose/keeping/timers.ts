import type { HeldKeys } from '../../../retention/keys/make-keys'
import { machineClock } from '../../clock/machine-clock'
import { againAndAgain } from '../../running/again-and-again'
import { committingNowAndThen } from '../../running/committing'
import type { Follower } from '../../running/follower'
import { reachedBy } from './reached-by'
import type { Stores } from '../stores'

/** Ms between looks for keys that have been held for too long. */
const betweenSweeps = 10_000

/** Ms between looks into the logs where nobody asks: what others have erased is forgotten here within that time. */
const betweenLooks = 1000

/** Reads on, and lets the other processes know how far, be it no further than before. */
const readingOn = (follower: Follower, { coordination }: Stores) =>
  againAndAgain(
    async () => {
      try {
        await follower.reach()
      } finally {
        await coordination.presence.report(reachedBy(follower))()
      }
    },
    betweenLooks,
    () => undefined,
  )

/** What a system does now and then by itself, until it is told to stop. */
export const nowAndThen = (
  stores: Stores,
  keys: Pick<HeldKeys, 'sweep'>,
  follower: Follower,
): (() => Promise<void>) => {
  const sweeps = setInterval(keys.sweep, betweenSweeps).unref()
  const reading = readingOn(follower, stores)
  const stops = [stores.views, stores.schedule].map((kept) => committingNowAndThen(kept, machineClock))
  return async () => {
    clearInterval(sweeps)
    for (const stop of stops) stop()
    await reading.stop()
    await stores.coordination.presence.leave()
  }
}
