import * as E from 'fp-ts/Either'
import type { HeldKeys } from '../../../retention/keys/make-keys'
import { machineClock } from '../../system/clock/machine-clock'
import type { Question } from '../../processes/coordination/presence'
import { againAndAgain } from '../../system/concurrency/again-and-again'
import { committingNowAndThen } from '../../processes/running/committing'
import type { Follower } from '../../processes/running/follower'
import type { Stores } from '../stores'

/** Ms between looks for keys that have been held for too long. */
const betweenSweeps = 10_000

/** Ms between looks into the logs where nobody asks: what others have erased is forgotten here within that time. */
const betweenLooks = 1000

/**
 * Reads on, and answers those who have erased something: only when it has read so far, and when no file of the read
 * models holds what it has dropped.
 */
const readingOn = (follower: Follower, { views, coordination: { presence } }: Stores) => {
  let answered: Question = 0
  return againAndAgain(
    async () => {
      const asked = await presence.asked()
      const reached = await follower.reach()
      if (E.isLeft(asked) || E.isLeft(reached) || asked.right === answered) return
      if (E.isLeft(views.purge([]))) return
      if (E.isRight(await presence.answer(asked.right)())) answered = asked.right
    },
    betweenLooks,
    () => undefined,
  )
}

/** What a system does now and then by itself, until it is told to stop. */
export const nowAndThen = (
  stores: Stores,
  keys: Pick<HeldKeys, 'sweep'>,
  follower: Follower,
): (() => Promise<void>) => {
  const sweeps = setInterval(keys.sweep, betweenSweeps).unref()
  const reading = readingOn(follower, stores)
  const keptLater = stores.isKeptWithFlush ? [] : [stores.views, stores.schedule]
  const stops = keptLater.map((kept) => committingNowAndThen(kept, machineClock))
  return async () => {
    clearInterval(sweeps)
    for (const stop of stops) stop()
    await reading.stop()
  }
}
