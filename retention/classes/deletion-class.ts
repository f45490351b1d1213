import type { EventType } from '../../domain/event/domain-event'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import type { StartCondition } from './start-condition'

/**
 * A deletion class (ISO/IEC 27555, DIN 66398): what is forgotten at one time, when, why, and by which promise.
 */
export interface DeletionClass {
  readonly class: ScopeClass
  readonly parent: ScopeClass | 'library'
  readonly log: LogName
  /** The events whose open part first names a scope of this class, in the member called as the class. */
  readonly namedBy: ReadonlyArray<EventType>
  /** What ends it. Without any, it ends with its parent, in whose stream it lives. */
  readonly ends: ReadonlyArray<StartCondition>
  /** What ends it at the latest when nothing else does: silence leads to erasure. A later condition moves it. */
  readonly silence: ReadonlyArray<StartCondition>
  /** Whether anyone can compute its end from the logs, or a month's closing attests it. */
  readonly provedBy: 'open parts' | 'attested'
  readonly legalBasis: string
  /** The promise's own words. */
  readonly promise: string
  readonly kept: string
}
