import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { LogName, StreamName } from '../../domain/event/stream'
import { streamOf } from '../../domain/event/stream'
import type { RunId, ScopeId } from '../../domain/values/ids'
import type { UnfinishedRun } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'

/** How many scopes one run takes at most; a borrower's own stream is never divided. */
export const largestRun = 1000

/** What is about to be declared due in a log. */
export interface Batch {
  readonly run: RunId
  readonly log: LogName
  readonly reason: 'due' | 'requested'
  readonly scopes: ReadonlyArray<DueScope>
}

/** A run declared in the log, with its scopes in the order of their ids. */
export interface DeclaredRun extends UnfinishedRun {
  readonly scopes: ReadonlyArray<ScheduledScope>
}

export const runStream = (run: RunId): StreamName => streamOf('erasure')(run)
export const idsOf = (run: DeclaredRun): ReadonlyArray<ScopeId> => run.scopes.map(({ scope }) => scope)
