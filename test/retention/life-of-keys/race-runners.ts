import fc from 'fast-check'
import { streamNameOf } from '../../../domain/event/stream'
import { ImportFinished } from '../../../domain/import/events/import-finished'
import { ImportStarted } from '../../../domain/import/events/import-started'
import type { ImportId, ScopeId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { AroundPort } from './around-ports'
import type { KeyStoreCopy } from './copyable-key-store'
import { copyLogs, type LogsCopy } from './durable-library'
import type { RaceLibrary } from './race-library'

export interface Backup {
  readonly logs: LogsCopy
  readonly keys: KeyStoreCopy
}

/** What the runners of one race leave for the checks after it. */
export interface Outcome {
  readonly backups: Backup[]
  readonly finishedImports: ImportId[]
}

type Runner = (race: RaceLibrary, outcome: Outcome, callPort: AroundPort) => Promise<unknown>
type Process = RaceLibrary['service']

/** Opens each part, one after the other, which caches keys. */
const readsParts = async (process: Process, { library }: RaceLibrary): Promise<void> => {
  for (const event of library.written) await process.openParts(event)
}

/** Loads the state of each record, one after the other, which caches it. */
const loadsStates = async (process: Process, { library }: RaceLibrary): Promise<void> => {
  for (const { stored } of library.written) await process.loadState(stored.stream)
}

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

/** Who runs at the same time, in the service or in the other process. */
export const runners = {
  worker: ({ service }) => service.runWorker(),
  secondWorker: ({ other }) => other.runWorker(),
  roll: ({ service }) => service.roll().then(rightOrThrow),
  otherRoll: ({ other }) => other.roll().then(rightOrThrow),
  newEvents: sealsNewEvents,
  reader: (race) => readsParts(race.service, race),
  otherReader: (race) => readsParts(race.other, race),
  loader: (race) => loadsStates(race.service, race),
  otherLoader: (race) => loadsStates(race.other, race),
  rebuild: ({ service }) => service.rebuild().then(rightOrThrow),
  otherRebuild: ({ other }) => other.rebuild().then(rightOrThrow),
  // A process that starts, and replays both logs.
  replay: async (race) => readsParts(await race.start(), race),
  import: imports,
  backup: async ({ library }, { backups }, callPort) => {
    const logs = await callPort('copy logs', () => copyLogs(library))
    backups.push({ logs, keys: await callPort('copy keys', () => library.keys.copy()) })
  },
} satisfies Readonly<Record<string, Runner>>

export type RunnerName = keyof typeof runners

/** A runner, and how many turns of the scheduler it waits before it begins. */
export interface Start {
  readonly name: RunnerName
  readonly turns: number
}

/** The most turns that a runner waits. The worker's first erasure is declared after about so many. */
const mostTurns = 20

const aStart = (name: RunnerName): fc.Arbitrary<Start> =>
  fc.nat({ max: mostTurns }).map((turns) => ({ name, turns: name === 'worker' ? 0 : turns }))

const withoutOne = (idle: RunnerName, names: ReadonlyArray<RunnerName>): ReadonlyArray<RunnerName> => [
  'worker',
  ...names.filter((name) => name !== 'worker' && name !== idle),
]

/** The worker, and whoever else runs beside it. One process at a time rolls. */
export const aRace: fc.Arbitrary<ReadonlyArray<Start>> = fc
  .tuple(
    fc.constantFrom<RunnerName>('roll', 'otherRoll'),
    fc.shuffledSubarray(Object.keys(runners) as RunnerName[], { minLength: 5 }),
  )
  .chain(([idle, names]) => fc.tuple(...withoutOne(idle, names).map(aStart)))
