import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { repeatUntilStopped } from '../../system/concurrency/repeat-until-stopped'
import { heartbeatIntervalMs, type ProcessRegistry } from './process-registry'

/** Registers the process and repeats its heartbeat. Answers, after the first heartbeat, how to stop and unregister. */
export const startHeartbeat = (
  registry: ProcessRegistry,
): TE.TaskEither<StoreUnavailable, { readonly close: Task<void> }> =>
  TE.map(() => {
    const heartbeats = repeatUntilStopped(registry.heartbeat, heartbeatIntervalMs, () => undefined)
    return {
      close: async () => {
        await heartbeats.stop()
        await registry.unregister()
      },
    }
  })(registry.heartbeat)
