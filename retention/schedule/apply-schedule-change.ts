import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { LogName } from '../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../domain/values/ids'
import { findRunRefusal, type ScheduleAtDeclaration } from './find-run-refusal'
import { isRefusedRunProvedByCertificate } from './is-refused-run-proved-by-certificate'
import type { RefusedErasureRun } from './erasure-run-refusal'
import type { PeriodClosedChange, RunCertified, RunDeclared, ScheduleChange } from './schedule-change'
import type { UnfinishedErasureRun } from './schedule'
import { withDeletionClock, newScheduledScope, type ScheduledScope } from './scheduled-scope'

/** The rows that an adapter stores. A scope with a certificate has no row: the store only records that it is erased. */
export interface ScheduleRowStore extends ScheduleAtDeclaration {
  readonly put: (scope: ScheduledScope) => void
  readonly beginRun: (run: UnfinishedErasureRun) => void
  /** Deletes the rows of the run's scopes, and records the scopes as erased with the certificate. */
  readonly certifyRun: (run: RunId, certificate: CertificateId) => void
  readonly putLost: (scope: ScopeId) => void
  readonly putClosing: (closed: PeriodClosedChange) => void
  /** Stores a refused run, in the place of an earlier one at the same position. */
  readonly putRefusedRun: (refused: RefusedErasureRun) => void
  /** The refused run of a log with this id, which has no certificate that proves it. */
  readonly findRefusedRun: (log: LogName, run: RunId) => RefusedErasureRun | undefined
}

type AcceptedRun = Pick<RunDeclared, 'run' | 'log' | 'position' | 'recorded' | 'scopes'>

/** The row of a scope that an accepted run names, and no event before it. */
const scopeFromDeclaration = (run: AcceptedRun, { scope, class: name, trigger }: DueScope): ScheduledScope =>
  newScheduledScope({
    _tag: 'ScopeNamed',
    scope,
    class: name,
    log: run.log,
    stream: `erasure-${run.run}` as ScheduledScope['stream'],
    first: trigger,
  })

/**
 * Begins a run with the scopes that no earlier run has declared. Two workers may declare one scope, when one was paused
 * for so long that the other took its place. A run to which nothing is left does not begin, and gets no certificate.
 */
const beginAcceptedRun = (rows: ScheduleRowStore, accepted: AcceptedRun): void => {
  const { run, log, position, recorded, scopes } = accepted
  const declaredFirst = scopes.flatMap((due) => {
    const row = rows.get(due.scope)
    return row?.run === undefined && !rows.isErased(due.scope) ? [row ?? scopeFromDeclaration(accepted, due)] : []
  })
  if (declaredFirst.length === 0) return
  rows.beginRun({ run, log, position, recorded })
  for (const row of declaredFirst) rows.put({ ...row, run })
}

const isFoldedAgain = (rows: ScheduleRowStore, { run, log, position }: RunDeclared): boolean => {
  const known = rows.findRun(run)
  return (known?.log === log && known.position === position) || rows.findRefusedRun(log, run)?.position === position
}

const declareRun = (rows: ScheduleRowStore, change: RunDeclared): void => {
  if (isFoldedAgain(rows, change)) return
  const reason = findRunRefusal(rows, change)
  if (reason === undefined) return beginAcceptedRun(rows, change)
  const { log, position, stream, revision, run, scopes } = change
  const declared = { run, reason: change.reason, scopes }
  rows.putRefusedRun({ log, position, stream, revision, run, reason, declared, certifiedAt: undefined })
}

const certifyRun = (rows: ScheduleRowStore, change: RunCertified): void => {
  const { run, log, position, certificate } = change
  const refused = rows.findRun(run) === undefined ? rows.findRefusedRun(log, run) : undefined
  if (refused !== undefined && isRefusedRunProvedByCertificate(rows, refused, change)) {
    rows.putRefusedRun({ ...refused, certifiedAt: position })
    beginAcceptedRun(rows, { run, log, position: refused.position, recorded: '', scopes: refused.declared.scopes })
  }
  if (rows.findRun(run)?.log === log) rows.certifyRun(run, certificate)
}

/** Applies a change to the rows. Applying the same change again has no effect. */
export const applyScheduleChange =
  (rows: ScheduleRowStore) =>
  (change: ScheduleChange): void => {
    switch (change._tag) {
      case 'ScopeNamed':
        if (rows.get(change.scope) === undefined && !rows.isErased(change.scope)) rows.put(newScheduledScope(change))
        return
      case 'ClockStarted':
      case 'LatestEndSet': {
        const row = rows.get(change.scope)
        if (row !== undefined && row.run === undefined) rows.put(withDeletionClock(change)(row))
        return
      }
      case 'RunDeclared':
        return declareRun(rows, change)
      case 'RunCertified':
        return certifyRun(rows, change)
      case 'KeyLost':
        return rows.putLost(change.scope)
      case 'Closed':
        return rows.putClosing(change)
    }
  }
