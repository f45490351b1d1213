import type { EventAddress } from '../../../domain/event/stream'
import type { KeyBackupStatus } from '../../../retention/epochs/key-backup-status'
import type { CheckedFile } from '../damage/describe-checked-file'
import type { UnexpectedLogChange } from '../damage/log-change-detector'
import type { FailingPart } from '../failures/failing-system-part-registry'
import type { RefusedErasureReport } from '../retention/refused-run-reporter'
import type { WitnessProblem } from './transparency-operations'
import type { LagByConsumer } from '../lag/consumer-lag-meter'

/** The events that were found damaged: how many, where, and what to do. */
export interface DamageHealth {
  readonly events: number
  /** The first of them. */
  readonly places: ReadonlyArray<EventAddress & { readonly reason: string }>
  readonly whatToDo: string
}

/** Whether the library is healthy, and the status of each store. */
export interface StoresHealth {
  readonly ok: boolean
  /** By store: `ok`, or the reason why it does not answer. */
  readonly stores: Readonly<Record<string, string>>
  /** The parts that make commands or reads fail now. */
  readonly failingParts: ReadonlyArray<FailingPart & { readonly whatToDo: string }>
  /** Null while no event is known to be damaged. */
  readonly damaged: DamageHealth | null
  /** How the logs differ from what was read of them before. */
  readonly changedLogs: ReadonlyArray<UnexpectedLogChange>
  /** Why witnesses have not cosigned the newest heads of the logs. */
  readonly witnesses: ReadonlyArray<WitnessProblem>
  /** How old the newest backup of the keys is; null where none is expected: in a demo, and on servers. */
  readonly keyBackup: KeyBackupStatus | null
  /** What the last check of each file of the logs and keys has found; none when they are on servers. */
  readonly files: ReadonlyArray<CheckedFile>
}

/** Further facts, known only when every store answers. */
interface FullHealth extends StoresHealth {
  /** How far each projector and reactor is behind. */
  readonly behind: LagByConsumer
  readonly retention: {
    readonly due: number
    readonly overdue: number
    readonly waitingFor: ReadonlyArray<string>
    /** The failures of the last run. */
    readonly failed: ReadonlyArray<string>
    /** Declared erasures that the log does not justify. */
    readonly refusedRuns: ReadonlyArray<RefusedErasureReport>
    /** What the roll of the wrapping keys waits for: a text for people; null when it waits for nothing. */
    readonly rollWaitsFor: string | null
  }
}

export type Health = StoresHealth | FullHealth

export const isFullHealth = (health: Health): health is FullHealth => 'behind' in health

/** Three answers for programs that watch a process. None of them says why. */
export interface ProcessStatus {
  /** False when only a restart can help. */
  readonly live: boolean
  /** Whether commands can be done now. */
  readonly ready: boolean
}
