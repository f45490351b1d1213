import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { ScopeId } from '../../domain/values/ids'
import type { AppendError, Expected } from '../../domain/ports/event-store'
import type { Unavailable } from '../../domain/ports/keys'
import type { KekRing } from '../keys/kek-ring'
import type { KeyStore } from '../keys/key-store'
import type { Schedule } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'

/** Something could not be reached or done; the reason is a fixed text that names no scope. */
export interface PortFailed {
  readonly _tag: string
  readonly reason: string
}

/** What erasing needs of the world. */
export interface ErasingPorts {
  readonly schedule: Pick<Schedule, 'unfinished' | 'scopesOf'>
  /** Appends one event to a stream. Answers once it is durable. */
  readonly append: (
    log: LogName,
    stream: StreamName,
    expected: Expected,
    event: ErasureDue | ScopesErased,
  ) => TaskEither<AppendError, unknown>
  /** Brings the schedule past the ends of both logs, so that it knows what was appended. */
  readonly follow: TaskEither<PortFailed, void>
  readonly fence: KeyStore['fence']
  readonly keyRows: KeyStore['read']
  readonly checkpointTruncate: KeyStore['checkpointTruncate']
  /** Drops the scopes' keys, and cached states that hold what they sealed, in every process. */
  readonly evict: (scopes: ReadonlyArray<ScopeId>) => TaskEither<PortFailed, void>
  /** Removes the scopes' rows from every derived store. */
  readonly purge: (scopes: ReadonlyArray<ScopeId>) => TaskEither<PortFailed, void>
  /** How many rows of the scopes the derived stores still hold. */
  readonly count: (scopes: ReadonlyArray<ScopeId>) => TaskEither<PortFailed, number>
  /** Tries to open what the scopes sealed; answers those that do not say `Erased`. */
  readonly notErased: (scopes: ReadonlyArray<ScheduledScope>) => TaskEither<Unavailable, ReadonlyArray<ScopeId>>
  readonly sign: KekRing['sign']
  /** Waits, in ms. */
  readonly pause: (ms: number) => Task<void>
  readonly today: () => Day
}
