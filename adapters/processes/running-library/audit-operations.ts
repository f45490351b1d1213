import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { Day } from '../../../domain/values/day'
import type { Instant } from '../../../domain/values/instant'
import type { DueOfClass } from '../../../retention/completeness/count-due-by-class'
import type { CompletenessReport } from '../../../retention/completeness/completeness-report'
import type { ScopeDueAtDay } from '../../../retention/completeness/due-scopes-fold'
import type { BackgroundWork } from '../../system/concurrency/background-work'
import type { AuditReport } from './audit-report'

/** Reports how many events were read, and how many there are. */
export type ReportAuditProgress = (read: number, total: number) => void

/** The export was not written: the folder cannot be made or written, or it is not empty. */
export interface ExportRefused {
  readonly _tag: 'ExportRefused'
  readonly reason: string
}

/** The signed list of living scopes; see `retention/completeness/living-scopes.ts` for its form. */
export interface SignedLivingScopes {
  readonly text: string
  readonly scopes: number
}

/** What was exported: the names of files and folders, and how many events, scopes and signed heads they hold. */
export interface ExportSummary {
  readonly files: ReadonlyArray<string>
  readonly circulation: number
  readonly persons: number
  readonly scopes: number
  readonly heads: number
}

/** What was read, and the library's time at which the reading began. */
export interface ReadAtMoment<A> {
  readonly read: A
  readonly at: Instant
}

/**
 * What an auditor asks for. *Circulation* is as of now; *persons* is as of its last closing of a month, so that nothing
 * dates what happened in it since.
 */
export interface AuditOperations {
  /** The library's day: the day that `dueAt` is asked for when nobody names another. */
  readonly today: () => Day
  /** What was due, or will be, at the end of a day, from the logs alone. */
  readonly dueAt: (day: Day, reportProgress: ReportAuditProgress) => Promise<ReadonlyArray<ScopeDueAtDay>>
  readonly livingScopes: (reportProgress: ReportAuditProgress) => TaskEither<EventReadError, SignedLivingScopes>
  /** Compares the logs with the living keys in both directions, and checks the certificates. */
  readonly completeness: (reportProgress: ReportAuditProgress) => TaskEither<EventReadError, CompletenessReport>
  /** What a data protection officer asks of the library. Reads both logs once, and then what their heads have signed. */
  readonly report: (reportProgress: ReportAuditProgress) => TaskEither<EventReadError, AuditReport>
  /** The same, and what was due by class, done beside requests: pages show how far it has come. */
  readonly inBackground: {
    readonly report: BackgroundWork<EventReadError, ReadAtMoment<AuditReport>>
    readonly dueByClass: (
      day: Day,
    ) => BackgroundWork<EventReadError, ReadAtMoment<ReadonlyArray<readonly [ScopeClass, DueOfClass]>>>
  }
  /**
   * Writes both logs without keys and without sealed bytes, their signed heads, the hashes of their leaves, the table of
   * deletion classes, the list of living scopes and the public key. Signs the head of all events of *circulation* first.
   */
  readonly exportTo: (
    folder: string,
    reportProgress: ReportAuditProgress,
  ) => TaskEither<EventReadError | StoreUnavailable | ExportRefused, ExportSummary>
}
