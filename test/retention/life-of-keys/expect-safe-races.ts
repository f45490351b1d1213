import fc from 'fast-check'
import { ImportFinished } from '../../../domain/import/events/import-finished'
import { ImportStarted } from '../../../domain/import/events/import-started'
import { streamNameOf } from '../../../domain/event/stream'
import type { ImportId, ScopeId } from '../../../domain/values/ids'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { callAtOnce, type AroundPort } from './around-ports'
import type { KeyStoreCopy } from './copyable-key-store'
import { copyLogs, type LogsCopy } from './durable-library'
import { expectCertifiedHaveNoKey, readErasures } from './life-checks'
import { lifeUnderTest } from './life-under-test'
import { raceLibrary, type RaceLibrary } from './race-library'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

type Backup = { readonly logs: LogsCopy; readonly keys: KeyStoreCopy }

/** What the runners of one race leave for the checks after it. */
interface Outcome {
  readonly backups: Backup[]
  readonly finishedImports: ImportId[]
}

type Runner = (race: RaceLibrary, outcome: Outcome, callPort: AroundPort) => Promise<unknown>

const readsEverything = (process: RaceLibrary['service'], written: ReadonlyArray<SealedEvent>) =>
  Promise.all([...written].map((event) => process.openParts(event)))

const sealsNewEvents: Runner = async ({ levies, changes, erased, living, dueReservation, livingReservation }) => {
  await changes(living, dueReservation)
  rightOrThrow(await changes(living, livingReservation))
  await levies(erased)
  rightOrThrow(await levies(living))
}

const imports: Runner = async ({ registers, levies, appendOpen, newId, service }, { finishedImports }) => {
  const [id, stream] = [newId<ImportId>(), streamNameOf('import')(newId())]
  const scope = id as string as ScopeId
  const started = ImportStarted({ import: id, fingerprint: 'none', rows: 1 }, {})
  rightOrThrow(await service.keys.createKeys([{ scope, class: 'import' }])())
  await appendOpen(started, stream)
  rightOrThrow(await service.catchUp())
  rightOrThrow(await service.keys.deriveIdsUnder(scope)())
  rightOrThrow(await levies(await registers()))
  const finished = { import: id, fingerprint: 'none', loans: 1, rejects: 0, finishedOn: '2026-03-05' as never }
  await appendOpen(ImportFinished(finished, {}), stream)
  finishedImports.push(id)
}

/** Who runs at the same time. */
const runners = {
  worker: ({ service }) => service.runWorker(),
  secondWorker: ({ other }) => other.runWorker(),
  roll: ({ service }) => service.roll().then(rightOrThrow),
  newEvents: sealsNewEvents,
  reader: ({ service, library }) => readsEverything(service, library.written),
  otherReader: ({ other, library }) => readsEverything(other, library.written),
  rebuild: ({ service }) => service.rebuild().then(rightOrThrow),
  import: imports,
  backup: async ({ library }, { backups }, callPort) => {
    const logs = await callPort('copy logs', () => copyLogs(library))
    backups.push({ logs, keys: await callPort('copy keys', () => library.keys.copy()) })
  },
} satisfies Readonly<Record<string, Runner>>

type RunnerName = keyof typeof runners

/** They need a process with a ring of its own: such a process reads no key of an epoch that another has begun. */
const ofOtherProcess: ReadonlyArray<string> = ['secondWorker', 'otherReader']

const aRace: fc.Arbitrary<ReadonlyArray<RunnerName>> = fc
  .tuple(fc.boolean(), fc.shuffledSubarray(Object.keys(runners) as RunnerName[], { minLength: 4 }))
  .map(([rolls, names]) => [
    'worker',
    ...names
      .filter((name) => name !== 'worker' && (rolls ? !ofOtherProcess.includes(name) : name !== 'roll'))
      // A rebuild runs beside the worker of its own process, which purges what is rebuilt.
      .filter((name, _at, all) => name !== 'rebuild' || !all.includes('secondWorker')),
  ])

/** Whoever restores this backup has the key of every scope that its logs name, or knows that it is erased since. */
const expectCompleteBackup = ({ logs, keys }: Backup, written: ReadonlyArray<SealedEvent>): void => {
  const ids = new Set([...logs.circulation, ...logs.persons].map(({ id }) => id))
  const rows = new Set(keys.rows.map(({ scope }) => scope))
  const named = written.filter(({ stored }) => ids.has(stored.id)).flatMap(({ parts }) => parts)
  assertThat(named.filter(({ scope }) => !rows.has(scope))).toEqual([])
}

const expectSameAsSerial = async (race: RaceLibrary, { finishedImports }: Outcome): Promise<void> => {
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

const expectSafeRace = async (scheduler: fc.Scheduler, names: ReadonlyArray<RunnerName>): Promise<void> => {
  let callPort: AroundPort = callAtOnce
  const race = await raceLibrary((port, call) => callPort(port, call))
  const outcome: Outcome = { backups: [], finishedImports: [] }
  callPort = (port, call) => scheduler.schedule(Promise.resolve(), port).then(call)
  const isOver = Promise.all(names.map((name) => runners[name](race, outcome, callPort)))
  await scheduler.waitFor(isOver)
  callPort = callAtOnce
  await race.service.runWorker()
  assertThat(race.leftWhenSigned).toEqual([])
  for (const backup of outcome.backups) expectCompleteBackup(backup, race.library.written)
  await expectSameAsSerial(race, outcome)
}

/** Runs so many races, each in an order of the calls of ports that the scheduler draws; with a seed always the same ones. */
export const expectSafeRaces = (numRuns: number, seed?: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), aRace, expectSafeRace),
    seed === undefined ? { numRuns } : { numRuns, seed },
  )
