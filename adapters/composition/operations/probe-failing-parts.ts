import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { FailingPartRegistry, SystemPartName } from '../../processes/failures/failing-system-part-registry'
import { noteFailuresOfTask } from '../../processes/failures/note-failures-of-parts'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import type { LibraryStores } from '../stores/library-stores'

/** Ms between probes of the parts that fail: so long a failure may be shown after it has ended. */
export const probeInterval = 5000

/** In ms. A probe that was sent to a server which went away may never be answered: the next one is. */
const withinTimeLimit = waitAtMost(2000)

/**
 * Tries the parts that fail, so that a failure is known to be over although nobody sends a command. The other parts try
 * again by themselves.
 */
export const probeFailingParts = (parts: FailingPartRegistry, { logs, keyStore, ring }: LibraryStores): Task<void> => {
  const probeLog = (log: 'circulation' | 'persons') =>
    noteFailuresOfTask(parts, log)(() => logs[log].probeWrite ?? logs[log].health)
  const probes: Readonly<Partial<Record<SystemPartName, () => Task<unknown>>>> = {
    circulation: probeLog('circulation'),
    persons: probeLog('persons'),
    keys: noteFailuresOfTask(
      parts,
      'keys',
    )((): TaskEither<Unavailable, unknown> => keyStore.probeWrite ?? keyStore.count),
    ring: noteFailuresOfTask(parts, 'ring')(() => ring.readModelKey(ring.currentEpoch())),
  }
  return async () => {
    for (const { part } of parts.list()) {
      const probe = probes[part]
      if (probe !== undefined) await withinTimeLimit(probe())
    }
  }
}
