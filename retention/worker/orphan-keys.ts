import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../domain/values/ids'
import type { MachineClock } from '../../domain/ports/clocks'
import type { Unavailable } from '../../domain/ports/keys'
import type { KeyStore } from '../keys/key-store'
import type { Schedule } from '../schedule/schedule'

const aDay = 86_400_000
const pageSize = 1000

interface OrphanPorts {
  readonly page: KeyStore['page']
  readonly schedule: Pick<Schedule, 'knows'>
  /** Destroys keys that were seen unnamed twice, a day apart. */
  readonly destroy: (scopes: ReadonlyArray<ScopeId>) => TE.TaskEither<Unavailable, ReadonlyArray<ScopeId>>
  readonly clock: MachineClock
}

/** The scopes with a key that no event names. The schedule must have followed both logs to their ends. */
export const unnamedKeys =
  ({ page, schedule }: Pick<OrphanPorts, 'page' | 'schedule'>): TE.TaskEither<Unavailable, ReadonlyArray<ScopeId>> =>
  async () => {
    const unnamed: ScopeId[] = []
    let after: ScopeId | undefined
    for (;;) {
      const rows = await page(after, pageSize)()
      if (E.isLeft(rows)) return rows
      const last = rows.right.at(-1)
      if (last === undefined) return E.right(unnamed)
      for (const { _tag, scope } of rows.right) if (_tag === 'Living' && !schedule.knows(scope)) unnamed.push(scope)
      after = last.scope
    }
  }

/**
 * Destroys orphans: keys that were named by no event at two looks, at least a day apart by the machine's clock. The
 * key store is looked through once a day at most; asked in between, it answers 0 at once. Answers how many went.
 */
export const orphanKeys = (ports: OrphanPorts): TE.TaskEither<Unavailable, number> => {
  let looked = -Infinity
  let before: ReadonlySet<ScopeId> = new Set()
  const look = pipe(
    unnamedKeys(ports),
    TE.flatMap((unnamed) => {
      const orphans = unnamed.filter((scope) => before.has(scope))
      return pipe(
        orphans.length === 0 ? TE.right([]) : ports.destroy(orphans),
        TE.map((destroyed) => {
          looked = ports.clock.elapsed()
          before = new Set(unnamed)
          return destroyed.length
        }),
      )
    }),
  )
  return () => (ports.clock.elapsed() - looked < aDay ? Promise.resolve(E.right(0)) : look())
}
