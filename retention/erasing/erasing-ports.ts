import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { BackupHorizonDeclared } from '../../domain/erasure/events/backup-horizon-declared'
import type { BackupHorizonPassed } from '../../domain/erasure/events/backup-horizon-passed'
import type { DueScope, ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { RunId, ScopeId } from '../../domain/values/ids'
import type { AppendError, ExpectedRevision } from '../../domain/ports/event-store'
import type { PartScope } from '../../domain/ports/scope-keys'
import type { PurgedStoreName } from '../derived-stores/derived-store'
import type { LegalHolds } from '../guards/legal-holds'
import type { KekRing } from '../keys/kek-ring'
import type { KeyStore } from '../keys/key-store'
import type { Schedule } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'
import type { DeclaredErasureRun } from './erasure-run'

/** A call of a port failed. The reason is a fixed text that names no scope. */
export interface PortFailed {
  readonly _tag: string
  readonly reason: string
}

/** The failure of a call of a port, from its error. Such an error names no scope. */
export const toPortFailed = (error: { readonly _tag: string; readonly reason?: string }): PortFailed => ({
  _tag: error._tag,
  reason: error.reason ?? error._tag,
})

/** What the steps of an erasure need from the outside. */
export interface ErasingPorts {
  readonly schedule: Pick<Schedule, 'unfinishedRuns' | 'scopesOfRun'>
  /** Appends one event to a stream. Succeeds once the event is durable. */
  readonly append: (
    log: LogName,
    stream: StreamName,
    expected: ExpectedRevision,
    event: ErasureDue | ScopesErased | BackupHorizonDeclared | BackupHorizonPassed,
  ) => TaskEither<AppendError, unknown>
  /** The scopes that the `ErasureDue` of a run declares in the log now; none when there is no such event. */
  readonly readDeclaration: (log: LogName, run: RunId) => TaskEither<PortFailed, ReadonlyArray<DueScope>>
  readonly raiseAlarm: (kind: 'DeclarationChanged') => void
  /** Folds both logs into the schedule up to their ends, so that it knows what was appended. */
  readonly catchUpSchedule: TaskEither<PortFailed, void>
  readonly fenceKeys: KeyStore['fence']
  readonly readKeyRows: KeyStore['read']
  readonly checkpointKeyStore: KeyStore['checkpointTruncate']
  /** Removes the scopes' keys, and the cached values that they sealed, from the memory of every process. */
  readonly evictKeys: (scopes: ReadonlyArray<PartScope>) => TaskEither<PortFailed, void>
  /** Removes the scopes' rows from every derived store. */
  readonly purgeRows: (scopes: ReadonlyArray<PartScope>) => TaskEither<PortFailed, void>
  /** The derived stores that still hold something of the scopes, in files or in the memory of this process. */
  readonly storesHolding: (scopes: ReadonlyArray<PartScope>) => TaskEither<PortFailed, ReadonlyArray<PurgedStoreName>>
  /** Tries to open the parts of the scopes. Returns the scopes whose parts do not answer `Erased`. */
  readonly findNotErased: (scopes: ReadonlyArray<ScheduledScope>) => TaskEither<PortFailed, ReadonlyArray<ScopeId>>
  /** Writes the borrowers among the scopes of a run into the erasure receipt, durably. */
  readonly writeReceipt: (run: DeclaredErasureRun) => TaskEither<PortFailed, void>
  readonly sign: KekRing['sign']
  /** The legal holds in the logs, as far as `catchUpSchedule` has read them. */
  readonly legalHolds: () => LegalHolds
  /** Waits, in ms. */
  readonly sleep: (ms: number) => Task<void>
  readonly today: () => Day
}
