import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../domain/values/ids'
import type { MonotonicClock } from '../../domain/ports/clocks'
import type { Unavailable } from '../../domain/ports/scope-keys'
import { toPortFailed, type PortFailed } from '../erasing/erasing-ports'
import type { KeyStore } from '../keys/key-store'
import { readAllLivingScopes } from '../keys/read-all-key-rows'
import type { Schedule } from '../schedule/schedule'

const dayMs = 86_400_000

/** So few keys at a time: commands wait while they are read. */
const pageSize = 100

interface OrphanSweepPorts {
  readonly livingScopes: KeyStore['livingScopes']
  readonly schedule: Pick<Schedule, 'isNamed'>
  /** Destroys keys that were found unnamed twice, a day apart. Returns the scopes whose keys it destroyed. */
  readonly destroy: (scopes: ReadonlyArray<ScopeId>) => TE.TaskEither<PortFailed, ReadonlyArray<ScopeId>>
  readonly clock: MonotonicClock
  /** Brings the schedule to the ends of both logs: a command may have named a key while others were read. */
  readonly catchUpSchedule: TE.TaskEither<PortFailed, void>
  /** Lets commands run between two pages. */
  readonly giveWay: () => Promise<void>
}

/** The scopes with a key that no event names, as far as the schedule has read the logs. */
const findUnnamedKeys =
  ({
    livingScopes,
    schedule,
    giveWay,
  }: Pick<OrphanSweepPorts, 'livingScopes' | 'schedule' | 'giveWay'>): TE.TaskEither<
    Unavailable,
    ReadonlyArray<ScopeId>
  > =>
  async () => {
    const unnamed: ScopeId[] = []
    for await (const page of readAllLivingScopes({ livingScopes }, pageSize)) {
      if (E.isLeft(page)) return page
      for (const { scope } of page.right) if (!schedule.isNamed(scope)) unnamed.push(scope)
      await giveWay()
    }
    return E.right(unnamed)
  }

/** Destroys the keys that are still unnamed once the schedule has caught up. */
const destroyUnnamed = (
  { catchUpSchedule, schedule, destroy }: OrphanSweepPorts,
  scopes: ReadonlyArray<ScopeId>,
): TE.TaskEither<PortFailed, ReadonlyArray<ScopeId>> =>
  scopes.length === 0
    ? TE.right([])
    : pipe(
        catchUpSchedule,
        TE.flatMap(() => destroy(scopes.filter((scope) => !schedule.isNamed(scope)))),
      )

/**
 * Destroys orphan keys: keys that two sweeps, at least a day apart by the machine's clock, found named by no event.
 * Sweeps the key store once a day at most; a call in between returns 0. Returns the number of destroyed keys.
 */
export const sweepOrphanKeys = (ports: OrphanSweepPorts): TE.TaskEither<PortFailed, number> => {
  let lastSweepAt = -Infinity
  let previouslyUnnamed: ReadonlySet<ScopeId> = new Set()
  const sweep = pipe(
    findUnnamedKeys(ports),
    TE.mapLeft(toPortFailed),
    TE.flatMap((unnamed) => {
      const orphans = unnamed.filter((scope) => previouslyUnnamed.has(scope))
      return pipe(
        destroyUnnamed(ports, orphans),
        TE.map((destroyed) => {
          lastSweepAt = ports.clock.elapsed()
          previouslyUnnamed = new Set(unnamed)
          return destroyed.length
        }),
      )
    }),
  )
  return () => (ports.clock.elapsed() - lastSweepAt < dayMs ? Promise.resolve(E.right(0)) : sweep())
}
