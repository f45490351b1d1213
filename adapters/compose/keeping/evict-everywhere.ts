import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { PortFailed } from '../../../retention/erasing/ports'
import type { MachineClock } from '../../../domain/ports/clocks'
import { keysMayBeHeld, type Presence, type Reached } from '../../coordination/presence'
import { pause } from '../../kernel/pause'

/** Ms between looks. */
const betweenLooks = 100

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
    while (clock.elapsed() - fenced < keysMayBeHeld) {
      const passed = await allPassed(here)()
      if (E.isLeft(passed)) return passed
      if (passed.right) return E.right(undefined)
      await pause(betweenLooks)
    }
    return E.right(undefined)
  }
