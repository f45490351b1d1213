import type { EventOfType, EventType } from '../../domain/event/domain-event'
import type { RetentionPeriod } from './retention-period'

/** An event that starts the deletion clock of a scope, and the members of its open part that are read. */
export interface DeletionClockStart {
  readonly event: EventType
  /** The open member that holds the scope's id. */
  readonly scope: string
  /** The open member from which the period is counted, or `recorded`: the day (in *persons*: the month) of recording. */
  readonly from: string
  readonly after: RetentionPeriod
}

type OpenMember<T extends EventType> = keyof EventOfType<T>['open'] & string

/** Makes a start condition. The type checker requires that the named members are open members of the event. */
export const deletionClockStart = <T extends EventType>(
  event: T,
  scope: OpenMember<T>,
  from: OpenMember<T> | 'recorded',
  after: RetentionPeriod,
): DeletionClockStart => ({ event, scope, from, after })
