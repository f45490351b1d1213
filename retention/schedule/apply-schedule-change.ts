import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { CertificateId, RunId, ScopeId } from '../../domain/values/ids'
import type { PeriodClosed, RunDeclared, ScheduleChange } from './schedule-change'
import type { UnfinishedErasureRun } from './schedule'
import { withDeletionClock, newScheduledScope, type ScheduledScope } from './scheduled-scope'

/** The rows that an adapter stores. A scope with a certificate has no row: the store only records that it is erased. */
export interface ScheduleRows {
  readonly get: (scope: ScopeId) => ScheduledScope | undefined
  readonly put: (scope: ScheduledScope) => void
  readonly isErased: (scope: ScopeId) => boolean
  readonly beginRun: (run: UnfinishedErasureRun) => void
  /** Deletes the rows of the run's scopes, and records the scopes as erased with the certificate. */
  readonly certifyRun: (run: RunId, certificate: CertificateId) => void
  readonly putClosing: (closed: PeriodClosed) => void
}

/** The row of a scope that the log declares due without having named it before. */
const scopeFromDeclaration = (change: RunDeclared, { scope, class: name, trigger }: DueScope): ScheduledScope =>
  newScheduledScope({
    _tag: 'ScopeNamed',
    scope,
    class: name,
    log: change.log,
    stream: `erasure-${change.run}` as ScheduledScope['stream'],
    first: trigger,
  })

const declareRun = (rows: ScheduleRows, change: RunDeclared): void => {
  rows.beginRun({ run: change.run, log: change.log, position: change.position, recorded: change.recorded })
  for (const due of change.scopes) {
    const row = rows.get(due.scope)
    if (row?.run === undefined && !rows.isErased(due.scope))
      rows.put({ ...(row ?? scopeFromDeclaration(change, due)), run: change.run })
  }
}

/** Applies a change to the rows. Applying the same change again has no effect. */
export const applyScheduleChange =
  (rows: ScheduleRows) =>
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
        return rows.certifyRun(change.run, change.certificate)
      case 'Closed':
        return rows.putClosing(change)
    }
  }
