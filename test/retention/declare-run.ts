import { ErasureDue, type DueScope } from '../../domain/erasure/events/erasure-due'
import type { EventMetadata } from '../../domain/event/domain-event'
import type { LogName } from '../../domain/event/stream'
import type { RunId, ScopeId } from '../../domain/values/ids'
import type { ErasureRunRefusal } from '../../retention/schedule/erasure-run-refusal'
import * as history from './record-history'
import { randomId, type InMemoryLibrary } from './in-memory-library'

export const lastEvent = (library: InMemoryLibrary, log: LogName): EventMetadata => library.logs[log].at(-1)!.metadata

/** Writes an `ErasureDue` into a log, as somebody who may write to its file can. */
export const declare = (
  library: InMemoryLibrary,
  log: LogName,
  scopes: ReadonlyArray<DueScope>,
  { run = randomId<RunId>(), stream }: { readonly run?: RunId; readonly stream?: string } = {},
): void => {
  library.record(log, stream ?? `erasure-${run}`, ErasureDue({ run, reason: 'due', scopes }, {}))
}

export const reasonsIn = ({ schedule }: InMemoryLibrary): ReadonlyArray<ErasureRunRefusal> =>
  schedule.refusedRuns().map(({ reason }) => reason)

export const livingLoan = (library: InMemoryLibrary): DueScope => {
  const scope = history.recordLoanAndReturn(library) as string as ScopeId
  return { scope, class: 'loan', trigger: lastEvent(library, 'circulation').id }
}

export const livingBorrower = (library: InMemoryLibrary): DueScope => {
  const { borrower } = history.recordRegistration(library)
  return { scope: borrower as string as ScopeId, class: 'borrower', trigger: lastEvent(library, 'persons').id }
}

/** A loan that is due by the closings of the log, and that no worker has erased. */
export const dueLoan = async (library: InMemoryLibrary): Promise<DueScope> => {
  const loan = livingLoan(library)
  library.failingPort = 'append'
  await history.passNights(library, 31)
  library.failingPort = undefined
  return loan
}
