import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { LogName, StreamName } from '../../domain/event/stream'
import { streamNameOf } from '../../domain/event/stream'
import type { RunId, ScopeId } from '../../domain/values/ids'
import type { UnfinishedErasureRun } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'

/** The most scopes in one run. The scopes of one borrower's stream stay in one run, even when they are more. */
export const maxScopesPerRun = 1000

/** A run that is not declared in the log yet. */
export interface PlannedErasureRun {
  readonly run: RunId
  readonly log: LogName
  readonly reason: 'due' | 'requested'
  readonly scopes: ReadonlyArray<DueScope>
}

/** A run declared in the log, with its scopes in the order of their ids. */
export interface DeclaredErasureRun extends UnfinishedErasureRun {
  readonly scopes: ReadonlyArray<ScheduledScope>
}

export const erasureRunStream = (run: RunId): StreamName => streamNameOf('erasure')(run)
export const scopeIdsOfRun = (run: DeclaredErasureRun): ReadonlyArray<ScopeId> => run.scopes.map(({ scope }) => scope)
