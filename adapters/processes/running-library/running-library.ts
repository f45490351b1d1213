import type { TaskEither } from 'fp-ts/TaskEither'
import type { DayClosingError, DayClosingDependencies } from '../../../domain/use-cases/day-closing-error'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { Day } from '../../../domain/values/day'
import type { ClockWouldRunBack } from '../../../domain/ports/clocks'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { ShortTermStore } from '../../../domain/ports/short-term-store'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { AuditOperations } from './audit-operations'
import type { CprRegisterOperations } from './cpr-register-operations'
import type { MessageOperations } from './message-operations'
import type { PaymentOperations } from './payment-operations'
import type { CertificateOperations } from './certificate-operations'
import type { EpochOperations } from './epoch-operations'
import type { DerivedStoreQueries } from './derived-store-queries'
import type { DamagedEvent } from '../damage/damaged-event-registry'
import type { BackUpLibrary } from '../backup/backup-operations'
import type { WriteScopeInventory } from '../backup/scope-inventory-operations'
import type { BackupIsUnusable, LogCheck } from '../damage/log-check'
import type { Health, ProcessStatus } from './health'
import type { KeyStoreStatus } from './key-store-status'
import type { ClassesOpened, ReplayOperations } from './replay-operations'
import type { RetentionOperations } from '../retention/retention-operations'
import type { ServerLogRecorder } from '../server-log/server-log-recorder'
import type { TransparencyOperations } from './transparency-operations'
import type { ShownEvent } from './shown-event'

/** The library clock is real and cannot be moved. */
export interface ClockIsReal {
  readonly _tag: 'ClockIsReal'
}

/** Moves a simulated clock. Closes each day that passes and erases the scopes that are due. */
export type MoveClock = (
  to: Day,
  onDayClosed: (closed: Day) => void,
) => TaskEither<DayClosingError | ClockWouldRunBack | ClockIsReal, void>

/** An opened library with its stores and processes. HTTP, the command line, the imports and the demo work with it. */
export interface RunningLibrary {
  readonly useCaseDependencies: DayClosingDependencies
  /** Rows of the read models. Call `catchUpReadModels` first to read what was just written. */
  readonly rows: ReadModelRows
  readonly shortTerm: ShortTermStore
  /** What the website logs and counts. */
  readonly serverLog: ServerLogRecorder
  /** Brings the read models and the schedule to the ends that both logs have now. */
  readonly catchUpReadModels: TaskEither<EventReadError, void>
  /** Makes everything durable that was answered before. Does nothing where each answer is durable already. */
  readonly flush: TaskEither<StoreUnavailable, void>
  /** Waits until the reactor has passed a position of circulation, and the events that its reactions appended. */
  readonly waitForReactionsAt: (position: Position) => TaskEither<InfrastructureError, void>
  /** Answers all who wait for reactions with an error: called when the files cannot be written any more. */
  readonly cancelWaiting: () => void
  /** The last position of each log. */
  readonly logHeads: () => Promise<Readonly<Record<LogName, Position | ''>>>
  /**
   * Positions at or after all that the commands of this process wrote or found. A reader passes both to read its own
   * write.
   */
  readonly positionsOfCommands: () => Readonly<Record<LogName, Position | ''>>
  /**
   * The key of 32 bytes that encrypts what answers give callers to send back: positions and cursors. All processes of
   * the library have the same.
   */
  readonly answerTokenKey: Uint8Array
  readonly retention: RetentionOperations
  readonly certificates: CertificateOperations
  readonly messages: MessageOperations
  /** Raises the alarm that contact details were recorded and no link to verify the e-mail was mailed. Names no person. */
  readonly reportEmailLinkNotMailed: () => void
  readonly cprRegister: CprRegisterOperations
  readonly payments: PaymentOperations
  readonly epochs: EpochOperations
  readonly audit: AuditOperations
  readonly replays: ReplayOperations
  /** Undefined while the logs are written in bulk. */
  readonly transparency: TransparencyOperations | undefined
  readonly derivedStores: DerivedStoreQueries
  /** Whether the folder holds a demo library. */
  readonly isDemo: boolean
  readonly clock: {
    readonly kind: 'real' | 'simulated'
    readonly moveTo: MoveClock
    /** The same, while what another system has done is replayed: the closings make no messages. */
    readonly replayTo: MoveClock
  }
  /**
   * Folds new read models beside those in use, which then take their place. Reports the events folded so far, and how
   * many there are. Answers how many read models there are.
   */
  readonly rebuildReadModels: (report: (folded: number, total: number) => void) => TaskEither<EventReadError, number>
  /** The events that were found damaged. Everything else is served without them. */
  readonly damagedEvents: () => ReadonlyArray<DamagedEvent>
  /**
   * Reads both logs from end to end. Lists the damaged events and, when the folder of a backup is named, what it has of
   * them. Reports the events read so far, and how many there are.
   */
  readonly checkLogs: (
    backup: string | undefined,
    report: (done: number, total: number) => void,
  ) => TaskEither<EventReadError | BackupIsUnusable, LogCheck>
  /**
   * Checks the files of logs and keys, and from then on periodically, until the library is closed. A library serves after
   * the first check: an index that hides an event must not let a copy be lent twice. It takes about 4 s for each million
   * events.
   */
  readonly startFileChecks: () => Promise<void>
  /** Copies logs and keys as they are at one moment. Others are served meanwhile. */
  readonly backUp: BackUpLibrary
  /** Writes a signed list of every scope and every sealed part, without values and keys. */
  readonly writeInventory: WriteScopeInventory
  readonly keyStoreStatus: () => Promise<KeyStoreStatus>
  /**
   * Each event of a stream: as stored, as a reader sees it for whom these classes are opened (default: as staff see it), and
   * as it reads after erasure. Of other classes no key is asked for.
   */
  readonly showStream: (log: LogName, stream: StreamName, classes?: ClassesOpened) => Promise<ReadonlyArray<ShownEvent>>
  readonly checkHealth: () => Promise<Health>
  readonly checkProcess: () => Promise<ProcessStatus>
  readonly close: () => Promise<void>
}
