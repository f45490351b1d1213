import type { EventType } from '../../domain/event/domain-event'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import type { DeletionClockStart } from './deletion-clock-start'
import type { RetentionPeriod } from './retention-period'

/**
 * A deletion class (ISO/IEC 27555, DIN 66398): scopes that are erased by the same rule, with the rule, its legal basis
 * and the promise to borrowers that it keeps.
 */
export interface DeletionClass {
  readonly class: ScopeClass
  readonly parent: ScopeClass | 'library'
  readonly log: LogName
  /** The events whose open part first names a scope of this class, in the member that has the name of the class. */
  readonly namedBy: ReadonlyArray<EventType>
  /** The conditions that end a scope; the earliest counts. A class without any ends with its parent, in whose stream it lives. */
  readonly endedBy: ReadonlyArray<DeletionClockStart>
  /** The conditions that set the latest end of a scope; the last of them counts. So a scope is erased even when nothing happens. */
  readonly endedAtLatestBy: ReadonlyArray<DeletionClockStart>
  /**
   * How long a scope is kept after the day on which the log recorded that its key was lost (`ScopeLost`): nothing can end
   * it any more. Absent where it has a latest end, or ends with its parent.
   */
  readonly afterLoss?: RetentionPeriod
  /** `open parts`: anybody can compute the end from the logs. `attested`: the closing of a month states it. */
  readonly provedBy: 'open parts' | 'attested'
  readonly legalBasis: string
  /** The promise, as it is worded to borrowers. */
  readonly promise: string
  /** What the open parts still tell after the erasure. */
  readonly whatRemains: string
}
