import type { EventNamed, EventType } from '../../domain/event/domain-event'
import type { Period } from './period'

/** What starts a scope's clock, read from the open part of one type of event. */
export interface StartCondition {
  readonly event: EventType
  /** The open member that holds the scope's id. */
  readonly scope: string
  /** The open member that the period is counted from, or the day (in persons: the month) of recording. */
  readonly from: string
  readonly after: Period
}

type OpenMember<T extends EventType> = keyof EventNamed<T>['open'] & string

/** A row of a table of start conditions; the members named must be open members of the event. */
export const when = <T extends EventType>(
  event: T,
  scope: OpenMember<T>,
  from: OpenMember<T> | 'recorded',
  after: Period,
): StartCondition => ({ event, scope, from, after })
