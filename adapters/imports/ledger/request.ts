import type { Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import { kroner, type Ore } from '../../../domain/values/ore'
import { defaultFees } from '../../../domain/policy/fee-policy'

/** How a ledger is replayed, where the ledger itself does not say. */
export interface ImportOptions {
  /** Days after which a fee for lateness is paid. */
  readonly feesPaidAfterDays: number
  /** Days after which a bill for a lost copy is paid, unless the copy has come back by then. */
  readonly billsPaidAfterDays: number
  /** What each copy costs, in øre. */
  readonly price: Ore
  /** What handling a lost copy costs, in øre. It is the library's policy, and must be the one the library has. */
  readonly handling: Ore
  /** Where everything happens. */
  readonly branch: BranchId
  /** How many commands of a day are under way at once. */
  readonly atOnce: number
}

/** "Fees are paid 14 days after they are levied and bills after 60." A copy costs 200 kr., its handling 50 kr. */
export const defaultOptions: ImportOptions = {
  feesPaidAfterDays: 14,
  billsPaidAfterDays: 60,
  price: kroner(200),
  handling: defaultFees.handling,
  branch: 'DK-785100' as BranchId,
  atOnce: 64,
}

/** Told how an import goes on. */
export interface ImportProgress {
  /** A day is over, and what happened on it is durable. */
  readonly day: (day: Day, loansDone: number, loansInAll: number) => void
  /** Called at each midnight, when the day is closed and what was due is erased; waited for. */
  readonly midnight?: (day: Day) => Promise<void>
}

export const untold: ImportProgress = { day: () => undefined }
