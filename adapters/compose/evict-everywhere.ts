import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { PortFailed } from '../../retention/erasing/ports'
import { longestHeld } from '../../retention/keys/key-cache'
import type { MachineClock } from '../../domain/ports/clocks'
import type { Presence, Reached } from '../coordination/presence'

/** Ms between looks. */
const betweenLooks = 100

/** Ms by which two machines may measure a minute differently, and then some. */
const margin = 5000

/**
 * Waits until every process has read as far as this one, and so has dropped the keys of what is erased; or, where one
 * does not read on, until no process can hold a key any more that it fetched before the fence.
 */
export const evictedEverywhere =
  (clock: MachineClock, { report, allPassed }: Presence, reached: () => Reached): TaskEither<PortFailed, void> =>
  async () => {
    const fenced = clock.elapsed()
    const here = reached()
    const reported = await report(here)()
    if (E.isLeft(reported)) return reported
    while (clock.elapsed() - fenced < longestHeld + margin) {
      const passed = await allPassed(here)()
      if (E.isLeft(passed)) return passed
      if (passed.right) return E.right(undefined)
      await setTimeout(betweenLooks)
    }
    return E.right(undefined)
  }
