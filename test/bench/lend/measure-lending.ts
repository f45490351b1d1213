import { calendarScopes } from '../../../domain/use-cases/calendar-scopes'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import type { CommandOrigin } from '../../../domain/use-cases/command-metadata'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { addDays, type Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openBareLending, type BareLending } from './bare-lending'
import { benchBranch } from './bench-branch'
import { openBusyLibrary, busyLibraryFirstDay, type BusyLibrary, type CopiesWithPast } from './busy-library'
import { runWithCallers } from './run-with-callers'

/** The size of a measurement of lending. */
export interface LendingSize {
  readonly pasts: ReadonlyArray<number>
  /** Copies for each length of history. Each copy is lent once a round. */
  readonly copies: number
  readonly borrowers: number
  readonly rounds: number
}

/** The result for copies with one length of history: lends a second (median and best round), and µs of CPU a lend. */
export interface LendingResult {
  readonly loans: number
  readonly median: number
  readonly best: number
  readonly cpu: number
  /** The medians of bare lends a second and of the ratios. A bare round runs beside each round. */
  readonly bare: number
  readonly ratio: number
}

const callersAtOnce = 64
const runWith64Callers = runWithCallers(callersAtOnce)
let keyCount = 0
const newKeyedOrigin = (): CommandOrigin => ({ _tag: 'Keyed', key: `request ${String((keyCount += 1))}` })

/** The library with its clock on another day, so that each copy is lent once a day. No day is closed. */
const onDay =
  (day: Day) =>
  (dependencies: UseCaseDependencies): UseCaseDependencies => {
    const commandHandling = { ...dependencies.commandHandling, clock: { now: () => noonOf(day), today: () => day } }
    return { ...dependencies, commandHandling, calendarScopes: calendarScopes(commandHandling) }
  }

/** Lends every copy with 64 callers, and catches the read models up. */
export const lendAll = async (
  { library, borrowers }: BusyLibrary,
  { copies }: CopiesWithPast,
  day: Day,
): Promise<void> => {
  const dependencies = onDay(day)(library.useCaseDependencies)
  const at = noonOf(day)
  let turn = keyCount
  await runWith64Callers(copies, async (copy) => {
    const borrower = borrowers[(turn += 1) % borrowers.length]
    if (borrower === undefined) throw new Error('the library has no borrowers')
    rightOrThrow(await lendCopy(dependencies)({ copy, borrower, branch: benchBranch, at, origin: newKeyedOrigin() })())
  })
  rightOrThrow(await library.catchUpReadModels())
}

/** Returns every copy with 64 callers. */
export const returnAll = async ({ library }: BusyLibrary, { copies }: CopiesWithPast, day: Day): Promise<void> => {
  const dependencies = onDay(day)(library.useCaseDependencies)
  const at = noonOf(day)
  await runWith64Callers(copies, async (copy) => {
    rightOrThrow(await returnCopy(dependencies)({ copy, branch: benchBranch, at, origin: newKeyedOrigin() })())
  })
}

/** Waits until reactions and read models have caught up. */
export const waitUntilProcessed = async ({ library }: BusyLibrary): Promise<void> => {
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.catchUpReadModels())
}

interface LendingRound {
  readonly perSecond: number
  readonly cpu: number
  readonly bare: number
}

const bareRound = (bare: BareLending, copies: number): number => {
  const start = process.hrtime.bigint()
  bare.lend(copies)
  return copies / (Number(process.hrtime.bigint() - start) / 1e9)
}

/** One round lends every copy. Its time ends when read models and reactions have caught up. */
const measureRound = async (
  busy: BusyLibrary,
  bare: BareLending,
  copiesWithPast: CopiesWithPast,
  day: Day,
): Promise<LendingRound> => {
  const cpu = process.cpuUsage()
  const start = process.hrtime.bigint()
  await lendAll(busy, copiesWithPast, day)
  await waitUntilProcessed(busy)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { user, system } = process.cpuUsage(cpu)
  await returnAll(busy, copiesWithPast, day)
  await waitUntilProcessed(busy)
  const { length } = copiesWithPast.copies
  return { perSecond: length / seconds, cpu: (user + system) / length, bare: bareRound(bare, length) }
}

const median = (numbers: ReadonlyArray<number>): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const lendingResult = (copiesWithPast: CopiesWithPast, rounds: ReadonlyArray<LendingRound>): LendingResult => ({
  loans: copiesWithPast.loans,
  median: median(rounds.map(({ perSecond }) => perSecond)),
  best: Math.max(...rounds.map(({ perSecond }) => perSecond)),
  cpu: median(rounds.map(({ cpu }) => cpu)),
  bare: median(rounds.map(({ bare }) => bare)),
  ratio: median(rounds.map(({ perSecond, bare }) => perSecond / bare)),
})

/** Alternates between the lengths of history, so that other load on the machine slows all. The first round warms up. */
const measure = async (busy: BusyLibrary, bare: BareLending, rounds: number): Promise<ReadonlyArray<LendingResult>> => {
  const roundsByPast = busy.copiesByPast.map((): LendingRound[] => [])
  for (let turn = 0; turn <= rounds; turn += 1)
    for (const [index, copiesWithPast] of busy.copiesByPast.entries()) {
      const measuredRound = await measureRound(busy, bare, copiesWithPast, addDays(turn)(busyLibraryFirstDay))
      if (turn > 0) roundsByPast[index]?.push(measuredRound)
    }
  return busy.copiesByPast.map((copiesWithPast, index) => lendingResult(copiesWithPast, roundsByPast[index] ?? []))
}

/** B5: lends copies with histories of several lengths, by 64 callers in this process, on real stores in a new folder. */
export const measureLending = async (folder: string, { pasts, copies, borrowers, rounds }: LendingSize) => {
  const busy = await openBusyLibrary(folder, pasts, copies, borrowers)
  const bare = openBareLending(folder, callersAtOnce)
  try {
    return await measure(busy, bare, rounds)
  } finally {
    bare.close()
    await busy.library.close()
  }
}
