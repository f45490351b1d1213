import type { ScopeClass } from '../../../domain/event/scope-class'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Month } from '../../../domain/values/month'
import type { ScopeId } from '../../../domain/values/ids'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { compareScopesWithKeys, type ScopeFinding } from '../../../retention/completeness/compare-scopes-with-keys'
import { createLaterScopeChangeCollector, livingScopesAsOf } from '../../../retention/completeness/living-scopes-as-of'
import { createScopeFold } from '../../../retention/completeness/scope-fold'
import type { OpenPartOfEvent } from '../../../retention/schedule/open-part-of-event'
import { scheduleChangesOfEvent } from '../../../retention/schedule/schedule-changes-of-event'
import { runAllSteps } from '../../fixtures/run-all-steps'
import { declarationChecks } from '../declaration-checks'
import type { InMemoryLibrary } from '../in-memory-library'

type Logs = Readonly<Record<LogName, ReadonlyArray<OpenPartOfEvent>>>

/** What an auditor holds: both logs, and the living keys with their classes. */
export interface Evidence {
  readonly logs: Logs
  readonly keys: ReadonlyMap<ScopeId, ScopeClass>
}

/** The evidence of a library in memory, whose rows stand for the keys: each named scope has one until it is erased. */
export const evidenceOf = ({ logs, rows }: InMemoryLibrary): Evidence => {
  const changesOf = scheduleChangesOfEvent(deletionClasses, declarationChecks)
  const named = logNames.flatMap((log) => logs[log].flatMap(changesOf))
  const keys = named.flatMap((change) =>
    change._tag === 'ScopeNamed' && rows.has(change.scope) ? [[change.scope, change.class] as const] : [],
  )
  return { logs, keys: new Map(keys) }
}

/** The evidence without the events that a condition holds for. */
export const withoutEvents = ({ logs, keys }: Evidence, isRemoved: (event: OpenPartOfEvent) => boolean): Evidence => ({
  logs: {
    circulation: logs.circulation.filter((event) => !isRemoved(event)),
    persons: logs.persons.filter((event) => !isRemoved(event)),
  },
  keys,
})

/** Compares the evidence: *circulation* as of today, *persons* as of its last closing of a month. */
export const findingsIn = (
  { logs, keys }: Evidence,
  { today }: Pick<InMemoryLibrary, 'today'>,
): ReadonlyArray<ScopeFinding> => {
  const closing = logs.persons.findLastIndex(({ type }) => type === 'MonthClosed')
  const fold = createScopeFold(deletionClasses, declarationChecks)
  const later = createLaterScopeChangeCollector(deletionClasses)
  logs.circulation.forEach(fold.apply)
  logs.persons.slice(0, closing + 1).forEach(fold.apply)
  logs.persons.slice(closing + 1).forEach(later.apply)
  const living = runAllSteps(livingScopesAsOf(fold, later.changes)(keys, () => false))
  const persons = logs.persons[closing]?.open['month'] as Month | undefined
  return runAllSteps(compareScopesWithKeys(deletionClasses)(fold, living, { circulation: today, persons }))
}

/** The findings as problem and scope. */
export const problemsIn = (
  evidence: Evidence,
  library: Pick<InMemoryLibrary, 'today'>,
): ReadonlyArray<readonly [string, ScopeId]> =>
  findingsIn(evidence, library).map(({ problem, scope }) => [problem, scope] as const)
