import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { PortFailed } from '../../retention/erasing/ports'
import type { Presence, Reached } from '../coordination/presence'

/** Ms between looks, and how many there are: longer than a process that says nothing more can hold a key. */
const betweenLooks = 250
const mostLooks = 300

const late: PortFailed = { _tag: 'NotEvicted', reason: 'a process has not read the erasure yet, and may hold its keys' }

/**
 * Waits until every process has read as far as this one, and so has dropped the keys of what is erased; or is gone for
 * longer than it could hold one.
 */
export const evictedEverywhere =
  ({ report, allPassed }: Presence, reached: () => Reached): TaskEither<PortFailed, void> =>
  async () => {
    const here = reached()
    const reported = await report(here)()
    if (E.isLeft(reported)) return reported
    for (let look = 0; look < mostLooks; look += 1) {
      const passed = await allPassed(here)()
      if (E.isLeft(passed)) return passed
      if (passed.right) return E.right(undefined)
      await setTimeout(betweenLooks)
    }
    return E.left(late)
  }
