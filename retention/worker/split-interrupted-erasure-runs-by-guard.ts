import * as E from 'fp-ts/Either'
import type { LogName } from '../../domain/event/stream'
import {
  checkErasureRunSize,
  countScopesWithOwnClock,
  recentDueScopeCounts,
  type ErasureRunTooLarge,
} from '../guards/check-erasure-run-size'
import type { UnfinishedErasureRun } from '../schedule/schedule'
import type { RetentionWorkerPorts } from './retention-worker-ports'

/** A run was declared, and one of its scopes is under a legal hold since. It waits until the hold ends. */
export interface ErasureRunOnHold {
  readonly _tag: 'ErasureRunOnHold'
  readonly log: LogName
  readonly scopes: number
}

type GuardPorts = Pick<RetentionWorkerPorts, 'schedule' | 'legalHolds' | 'dateConfirmedOn' | 'today'>

/** Allows any size on a day on which an administrator has confirmed the date. */
export const requireAllowedErasureRunSize = (
  ports: Pick<GuardPorts, 'schedule' | 'dateConfirmedOn' | 'today'>,
  log: LogName,
  scopes: number,
): E.Either<ErasureRunTooLarge, void> =>
  ports.dateConfirmedOn() === ports.today()
    ? E.right(undefined)
    : checkErasureRunSize(log, () => recentDueScopeCounts(ports.schedule, log))(scopes)

interface GuardedRuns {
  readonly allowed: ReadonlyArray<UnfinishedErasureRun>
  readonly refused: ReadonlyArray<ErasureRunTooLarge | ErasureRunOnHold>
}

const byDeclarationDate = (
  runs: ReadonlyArray<UnfinishedErasureRun>,
): ReadonlyArray<ReadonlyArray<UnfinishedErasureRun>> => {
  const groups = new Map<string, UnfinishedErasureRun[]>()
  for (const run of runs) {
    const date = `${run.log} ${run.recorded}`
    groups.set(date, [...(groups.get(date) ?? []), run])
  }
  return [...groups.values()]
}

/**
 * Which interrupted runs may be finished. The runs that were declared on one day (in *persons*: in one month) together
 * pass the guard of size that new runs pass, computed from the log now; so a run that the worker declared within the
 * guard is finished, and no declaration in the log lifts the guard. A confirmation of the date lifts it today.
 */
export const splitInterruptedErasureRunsByGuard = (
  ports: GuardPorts,
  runs: ReadonlyArray<UnfinishedErasureRun>,
): GuardedRuns => {
  const { scopes: held } = ports.legalHolds()
  const allowed: UnfinishedErasureRun[] = []
  const refused: (ErasureRunTooLarge | ErasureRunOnHold)[] = []
  for (const group of byDeclarationDate(runs)) {
    const withScopes = group.map((run) => ({ run, scopes: ports.schedule.scopesOfRun(run.run) }))
    const log = group[0]?.log ?? 'circulation'
    const size = requireAllowedErasureRunSize(
      ports,
      log,
      countScopesWithOwnClock(withScopes.flatMap(({ scopes }) => scopes)),
    )
    if (E.isLeft(size)) {
      refused.push(size.left)
      continue
    }
    for (const { run, scopes } of withScopes)
      if (scopes.some(({ scope }) => held.has(scope)))
        refused.push({ _tag: 'ErasureRunOnHold', log, scopes: scopes.length })
      else allowed.push(run)
  }
  return { allowed, refused }
}
