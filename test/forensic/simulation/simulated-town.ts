import { unkeyedOrigin, type CommandMetadata } from '../../../domain/use-cases/command-metadata'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { noonOf } from '../../../domain/values/instant'
import type { BorrowerId, BranchId, CopyId, TitleId } from '../../../domain/values/ids'
import type { SeededRandom } from './seeded-random'
import { emptyGroundTruth, type GroundTruth } from './ground-truth'

/** A simulated borrower: most come often, some stop coming, and some never return a copy. */
export interface SimulatedBorrower {
  readonly n: number
  readonly borrower: BorrowerId
  /** The number (from 0) of the last month in which this borrower comes. */
  readonly lastMonth: number
  readonly neverReturns: boolean
}

/** The state of a simulation: the library, its borrowers and copies, and the ground truth. */
export interface SimulatedTown {
  readonly system: RunningLibrary
  readonly random: SeededRandom
  readonly groundTruth: GroundTruth
  readonly people: Map<BorrowerId, SimulatedBorrower>
  readonly copies: ReadonlyArray<{ readonly copy: CopyId; readonly title: TitleId }>
  /** The number of visits and closings so far. */
  visits: number
  /** The number of accepted actions by name, so that a test can check that every kind occurred. */
  readonly done: Map<string, number>
}

export const townBranches = ['DK-785100' as BranchId, 'DK-785101' as BranchId]

/** One or two copies of each title. */
const stockOf = (titles: number): SimulatedTown['copies'] =>
  Array.from({ length: titles }, (_, n) => n).flatMap((n) =>
    Array.from({ length: 1 + (n % 2) }, (_, k) => ({
      title: String(52_557_240 + n) as TitleId,
      copy: String(3_274_626_500 + 10 * n + k) as CopyId,
    })),
  )

export const makeSimulatedTown = (system: RunningLibrary, random: SeededRandom, titles = 60): SimulatedTown => ({
  ...{ system, random, groundTruth: emptyGroundTruth(), people: new Map(), visits: 0, done: new Map() },
  copies: stockOf(titles),
})

/** The metadata of a command: noon of the library's day. About every third has an idempotency key. */
export const commandMetadataIn = ({ system, random }: SimulatedTown): CommandMetadata => ({
  at: noonOf(system.useCaseDependencies.commandHandling.clock.today()),
  origin: random.withProbability(0.3) ? { _tag: 'Keyed', key: `key ${String(random.fraction())}` } : unkeyedOrigin,
})

/** Counts an accepted action, and returns its result; undefined when it was refused. */
export const countDone =
  ({ done }: SimulatedTown) =>
  <A>(name: string, answer: { readonly _tag: string; readonly right?: A }): A | undefined => {
    if (answer._tag === 'Left') return undefined
    done.set(name, (done.get(name) ?? 0) + 1)
    return answer.right
  }
