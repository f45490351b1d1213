import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { ScopeId } from '../../../domain/values/ids'
import { expectCertifiedHaveNoKey, readErasures } from './life-checks'
import { lifeUnderTest } from './life-under-test'
import type { RaceLibrary } from './race-library'
import type { Backup, Outcome } from './race-runners'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

/** Whoever restores this backup has the key of every scope that its logs name, or knows that it is erased since. */
export const expectCompleteBackup = ({ logs, keys }: Backup, written: ReadonlyArray<SealedEvent>): void => {
  const ids = new Set([...logs.circulation, ...logs.persons].map(({ id }) => id))
  const rows = new Set(keys.rows.map(({ scope }) => scope))
  const named = written.filter(({ stored }) => ids.has(stored.id)).flatMap(({ parts }) => parts)
  assertThat(named.filter(({ scope }) => !rows.has(scope))).toEqual([])
}

export const expectSameAsSerial = async (race: RaceLibrary, { finishedImports }: Outcome): Promise<void> => {
  const { library, service } = race
  const due = new Set([...race.dueScopes(), ...finishedImports])
  for (const scope of due) assertThat(service.schedule.isEnded(scope as ScopeId)).toBe(true)
  const life = lifeUnderTest(library)
  const answers = await life.openAnew(library.written)
  const opened = await life.openedByThief(life.ring(), [await library.keys.copy()])
  for (const [at, { parts }] of library.written.entries())
    for (const [part, { scope }] of parts.entries()) {
      const isErased = due.has(scope) || race.ofErased.has(scope)
      assertThat(answers[at]?.[part]).toBe(isErased ? 'Erased' : 'Plain')
      assertThat(opened.has(scope)).toBe(!isErased)
    }
  const { declared, certified } = await readErasures(life)
  assertThat(certified.flatMap(({ scopes }) => scopes).sort()).toEqual([...due].sort())
  // Two workers may declare a scope twice; then it is in the certificate of the first, and a run without others has none.
  const runOf = new Map([...declared].reverse().flatMap(({ run, scopes }) => scopes.map(({ scope }) => [scope, run])))
  assertThat(certified.map(({ run }) => run).sort()).toEqual([...new Set(runOf.values())].sort())
  await expectCertifiedHaveNoKey(life)
}
