import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { CertificateId, RunId, ScopeId } from '../../domain/values/ids'
import type { Closed, RunDeclared, ScheduleEntry } from './entry'
import type { UnfinishedRun } from './schedule'
import { clocked, named, type ScheduledScope } from './scheduled-scope'

/** What an adapter keeps. A scope with a certificate has no row any more: it is only known as erased. */
export interface ScheduleRows {
  readonly get: (scope: ScopeId) => ScheduledScope | undefined
  readonly put: (scope: ScheduledScope) => void
  readonly isErased: (scope: ScopeId) => boolean
  readonly begin: (run: UnfinishedRun) => void
  /** Takes the rows of the run's scopes away, and notes them as erased under the certificate. */
  readonly certify: (run: RunId, certificate: CertificateId) => void
  readonly note: (closed: Closed) => void
}

/** A scope that the log declares due without having named it before. */
const unnamed = (entry: RunDeclared, { scope, class: name, trigger }: DueScope): ScheduledScope =>
  named({
    _tag: 'ScopeNamed',
    scope,
    class: name,
    log: entry.log,
    stream: `erasure-${entry.run}` as ScheduledScope['stream'],
    first: trigger,
  })

const declare = (rows: ScheduleRows, entry: RunDeclared): void => {
  rows.begin({ run: entry.run, log: entry.log, position: entry.position, recorded: entry.recorded })
  for (const due of entry.scopes) {
    const row = rows.get(due.scope)
    if (row?.run === undefined && !rows.isErased(due.scope))
      rows.put({ ...(row ?? unnamed(entry, due)), run: entry.run })
  }
}

/** Brings the rows up to date with an entry. The same entry once more changes nothing. */
export const recordEntry =
  (rows: ScheduleRows) =>
  (entry: ScheduleEntry): void => {
    switch (entry._tag) {
      case 'ScopeNamed':
        if (rows.get(entry.scope) === undefined && !rows.isErased(entry.scope)) rows.put(named(entry))
        return
      case 'ClockStarted':
      case 'LatestEndSet': {
        const row = rows.get(entry.scope)
        if (row !== undefined && row.run === undefined) rows.put(clocked(entry)(row))
        return
      }
      case 'RunDeclared':
        return declare(rows, entry)
      case 'RunCertified':
        return rows.certify(entry.run, entry.certificate)
      case 'Closed':
        return rows.note(entry)
    }
  }
