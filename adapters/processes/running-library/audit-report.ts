import type { ScopeClass } from '../../../domain/event/scope-class'
import type { LogName } from '../../../domain/event/stream'
import type { Contacts } from '../../../domain/policy/contacts'
import type { ProcessingPlace } from '../../../domain/policy/processing-place'
import type { Day } from '../../../domain/values/day'
import type { CertificateId, HoldId, ScopeId } from '../../../domain/values/ids'
import type { CertificateHorizon } from '../../../projections/certificates/certificate-horizon'
import type { CompletenessReport } from '../../../retention/completeness/completeness-report'
import type { DeclaredStores, PurgedStoreName } from '../../../retention/derived-stores/derived-store'
import type { LogCounts } from '../../../retention/audit-report/report-fold'
import type { RetentionReport } from '../retention/retention-operations'
import type { LogVerification } from '../transparency/log-verification'
import type { KeyStoreStatus } from './key-store-status'

/** Where a log was read to. */
export interface LogOfReport {
  /** The day of circulation; in *persons* the last closed month, and null before the first. */
  readonly asOf: string | null
  readonly events: number
  /** The last position that was read; null when nothing was. */
  readonly position: string | null
  /** SHA-256, in hex, of the lines that the events have in an export. */
  readonly sha256: string
}

/** A signed head of a log. */
export interface HeadOfReport {
  /** How many events it has signed. */
  readonly size: number
  /** In base64. */
  readonly root: string
  /** The day (in *persons*: the month) whose closing is its last event; null for a head on demand. */
  readonly closing: string | null
  /** The names of the witnesses whose cosignatures are stored with it. */
  readonly witnesses: ReadonlyArray<string>
}

/** The signed heads of a log: how many there are, and the newest ones, newest first. */
export interface HeadsOfReport {
  readonly number: number
  readonly newest: ReadonlyArray<HeadOfReport>
}

/**
 * How a log agrees with its heads. Of *persons* the verification reads the open month too: how many events that has is not
 * told.
 */
export type VerificationOfReport = Pick<LogVerification, 'log' | 'heads' | 'newestHead' | 'witnesses' | 'found'>

/** An erased scope of the sample, and what was found of it now. */
export interface SampledErasure {
  readonly scope: ScopeId
  readonly class: ScopeClass
  /** Null when the read models know none. */
  readonly certificate: CertificateId | null
  readonly horizon: CertificateHorizon | null
  /** Whether the key store has a key of it. */
  readonly hasKey: boolean
  /** The derived stores that hold something of it. */
  readonly stores: ReadonlyArray<PurgedStoreName>
}

/** A legal hold, without what it holds, whose and why. */
export interface HoldOfReport {
  readonly hold: HoldId
  readonly setOn: Day
  readonly lastDay: Day
  readonly releasedOn: Day | null
  readonly isStanding: boolean
}

/**
 * What a data protection officer asks of a library, as it was found. *Circulation* is as of today; *persons* is as of its last
 * closing of a month, and its figures are by month. Names no person, and was made without any key of a scope.
 */
export interface AuditReport {
  readonly madeOn: Day
  readonly isDemo: boolean
  readonly branches: number
  readonly contacts: Contacts
  readonly processing: ReadonlyArray<ProcessingPlace>
  readonly logs: Readonly<Record<LogName, LogOfReport>>
  readonly heads: Readonly<Record<LogName, HeadsOfReport>>
  /** Empty when the logs are written in bulk, and no tree is read. */
  readonly verifications: ReadonlyArray<VerificationOfReport>
  readonly completeness: CompletenessReport
  readonly counts: LogCounts
  readonly sample: ReadonlyArray<SampledErasure>
  readonly holds: ReadonlyArray<HoldOfReport>
  readonly stores: DeclaredStores
  readonly keys: Pick<KeyStoreStatus, 'epoch' | 'epochs' | 'inEscrow' | 'keyDestruction' | 'backup' | 'rollWaitsFor'>
  readonly control: Pick<
    RetentionReport,
    'unclosedDays' | 'erasingStopped' | 'waitingFor' | 'unreadableHolds' | 'failed' | 'refusedRuns'
  >
}
