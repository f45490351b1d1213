import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../domain/values/day'
import type { RunId, ScopeId } from '../../domain/values/ids'
import type { ErasingPorts, PortFailed } from '../erasing/ports'
import type { FollowerAt } from '../guards/nothing-ahead'
import type { Schedule } from '../schedule/schedule'

/** What the worker needs besides what erasing needs. */
export interface WorkerPorts extends Omit<ErasingPorts, 'schedule'> {
  readonly schedule: Schedule
  /** Every reactor and every projection, once for each log that it follows. Asked after the schedule was brought up. */
  readonly followers: Task<ReadonlyArray<FollowerAt>>
  /** Scopes under a legal hold. */
  readonly held: () => ReadonlySet<ScopeId>
  /** Destroys the keys that no event has named for a day; answers how many. */
  readonly destroyOrphans: TaskEither<PortFailed, number>
  readonly newRun: () => RunId
  /** The day of recording of the first event in circulation. */
  readonly firstDay: () => Day | undefined
  /** The day on which an administrator confirmed the date. */
  readonly confirmed: () => Day | undefined
}
