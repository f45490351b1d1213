import type { Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import { oreFromKroner, type Ore } from '../../../domain/values/ore'
import { defaultFees } from '../../../domain/policy/fee-policy'

/** Settings of a replay that the ledger does not hold. */
export interface ReplayOptions {
  /** Days from the levying to the payment of a fee for lateness. */
  readonly feesPaidAfterDays: number
  /** Days from the levying to the payment of a bill for a lost copy, unless the copy is returned before. */
  readonly billsPaidAfterDays: number
  /** The price of each copy, in øre. */
  readonly price: Ore
  /** The fee for handling a lost copy, in øre. It must equal the fee in the policy of the library. */
  readonly handling: Ore
  /** The branch of all copies, loans and borrowers. */
  readonly branch: BranchId
  /** The greatest number of commands of a day that run at the same time. */
  readonly concurrency: number
  /** Ms to wait before a step that failed is repeated, for trouble that passes by itself. */
  readonly pausesMs: ReadonlyArray<number>
}

/** "Fees are paid 14 days after they are levied and bills after 60." A copy costs 200 kr., its handling 50 kr. */
export const defaultReplayOptions: ReplayOptions = {
  feesPaidAfterDays: 14,
  billsPaidAfterDays: 60,
  price: oreFromKroner(200),
  handling: defaultFees.handlingFee,
  branch: 'DK-785100' as BranchId,
  concurrency: 64,
  pausesMs: [200, 800, 3000, 6000],
}

/** Called as an import proceeds. */
export interface ImportProgress {
  /** Called once when an interrupted import continues: its first day, and the loans that earlier runs have replayed. */
  readonly resumed?: (day: Day, loansDone: number, totalLoans: number) => void
  /** A day is over, and everything that happened on it is durable. Loans of earlier runs count. */
  readonly day: (day: Day, loansDone: number, totalLoans: number) => void
  /** Called when a day is closed and the data due on it is erased. The import waits for it. */
  readonly onMidnight?: (day: Day) => Promise<void>
}

export const ignoreImportProgress: ImportProgress = { day: () => undefined }
