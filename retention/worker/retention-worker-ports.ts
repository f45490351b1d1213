import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../domain/values/day'
import type { RunId, ScopeId } from '../../domain/values/ids'
import type { ErasingPorts, PortFailed } from '../erasing/erasing-ports'
import type { LogConsumerPosition } from '../guards/consumers-behind'
import type { Schedule } from '../schedule/schedule'

/** What the retention worker needs: the ports of erasing, and these. */
export interface RetentionWorkerPorts extends Omit<ErasingPorts, 'schedule'> {
  readonly schedule: Schedule
  /** Every reactor and projector, once for each log that it reads. Called after the schedule has caught up. */
  readonly consumerPositions: Task<ReadonlyArray<LogConsumerPosition>>
  /** Runs a task while nobody sets a legal hold, in any process. */
  readonly whileNoHoldIsSet: <E, A>(task: TaskEither<E, A>) => TaskEither<E | PortFailed, A>
  /**
   * Scopes whose end rests on a damaged event, or whose key was fenced by an erasure that the log does not tell any more.
   * They are not erased because of it; a borrower's own end still erases them.
   */
  readonly scopesHeldByDamagedEvents: () => ReadonlySet<ScopeId>
  /** Destroys the keys that no event has named for a day, and returns their number. */
  readonly sweepOrphanKeys: TaskEither<PortFailed, number>
  readonly newRunId: () => RunId
  /** The day of recording of the first event in *circulation*. */
  readonly firstDay: () => Day | undefined
  /** The day on which an administrator confirmed the date. */
  readonly dateConfirmedOn: () => Day | undefined
}
