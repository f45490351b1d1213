import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { CommandMetadata } from '../../../domain/use-cases/command-metadata'
import type { BorrowerId, BranchId, CopyId, LoanId, TitleId } from '../../../domain/values/ids'
import type { Instant } from '../../../domain/values/instant'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { SeededRandom } from '../../forensic/simulation/seeded-random'
import type { Step } from './loans-in-time'
import type { WeekSettings } from './week-settings'

/** Where a copy really is, whatever the library knows. */
export type Place =
  | { readonly type: 'at'; readonly branch: BranchId }
  | { readonly type: 'out'; readonly loan: number | undefined }
  | { readonly type: 'van'; readonly to: BranchId }
  | { readonly type: 'gone' }

/** The loan of a card that nobody has. */
export interface UnknownCardLoan {
  readonly type: 'unknownCard'
  readonly copy: CopyId
  readonly branch: BranchId
  readonly at: Instant
}

export type MachineStep = Step | UnknownCardLoan

export interface Machine {
  readonly branch: BranchId
  isOnline: boolean
  /** What it did while it was offline, and has not sent. */
  readonly unsent: MachineStep[]
}

/** Where something is done: at a machine, or at the desk of a branch. */
export interface Spot {
  readonly branch: BranchId
  readonly machine: Machine | undefined
}

/** A simulated week: the library, and what the test knows apart from it. */
export interface Week {
  readonly library: RunningLibrary
  readonly random: SeededRandom
  readonly settings: WeekSettings
  readonly borrowers: ReadonlyArray<BorrowerId>
  readonly children: ReadonlySet<BorrowerId>
  readonly titleOf: ReadonlyMap<CopyId, TitleId>
  readonly places: Map<CopyId, Place>
  readonly machines: ReadonlyArray<Machine>
  /** What the library has been told, in the order in which it arrived. */
  readonly arrived: Step[]
  readonly loanIds: Map<number, LoanId>
  readonly blocked: Set<BorrowerId>
  /** The copies that a loan which is not run took away: the library does not know where they are. */
  readonly takenAway: Set<CopyId>
  /** The cases that must be open: `loan act` or the id of an unmatched step. */
  readonly openCases: Set<string>
  /** The loans that are not as their steps in time have them: a case says that the renewal came after a late end. */
  readonly loansInDoubt: Set<string>
  /** The loans with a fee that staff must look at, because a case says that it stands: `borrower lentOn`. */
  readonly feesInDoubt: Set<string>
  /** The orders of payments, and what they paid, in øre. */
  readonly payments: Map<string, number>
  /** How often each kind of thing happened. */
  readonly counts: Map<string, number>
  /** The next moment: no two steps have the same. */
  readonly nextMoment: () => Instant
  readonly nextNumber: () => number
}

export const count = ({ counts }: Week, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

/** The rows of the read models after all that was written, and after the reactions to it. */
export const readRows = async ({ library }: Week): Promise<ReadModelRows> => {
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.catchUpReadModels())
  return library.rows
}

/** The metadata of a step with a key that stands for its moment: no two steps have the same moment. */
export const keyedAt = (at: Instant): CommandMetadata => ({ at, origin: { _tag: 'Keyed', key: `act ${at}` } })

/** Copies that are really at a branch, in the order of their numbers. */
export const copiesAt = ({ places }: Week, branch: BranchId): ReadonlyArray<CopyId> =>
  [...places].flatMap(([copy, place]) => (place.type === 'at' && place.branch === branch ? [copy] : []))
