import type { Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import { oreFromKroner, type Ore } from '../../../domain/values/ore'
import type { LedgerImportError } from './ledger-import-error'
import { usualRetryWaitsInMs } from '../../system/concurrency/retry-after-waits'

/** Settings of a replay that the ledger does not hold. */
export interface LedgerReplayOptions {
  /** Days from the levying to the payment of a fee for lateness. */
  readonly feesPaidAfterDays: number
  /** Days from the levying to the payment of a bill for a lost copy, unless the copy is returned before. */
  readonly billsPaidAfterDays: number
  /** The price of each copy, in øre. */
  readonly price: Ore
  /** The fee for handling a lost copy, in øre; undefined for that of the policy of the library, which it must equal. */
  readonly handling: Ore | undefined
  /** The branch of all copies, loans and borrowers. */
  readonly branch: BranchId
  /** The greatest number of commands of a day that run at the same time. */
  readonly concurrency: number
  /** Ms to wait before each further attempt of a step, after trouble that may pass. */
  readonly waits: ReadonlyArray<number>
}

/** "Fees are paid 14 days after they are levied and bills after 60." A copy costs 200 kr. */
export const defaultLedgerReplayOptions: LedgerReplayOptions = {
  feesPaidAfterDays: 14,
  billsPaidAfterDays: 60,
  price: oreFromKroner(200),
  handling: undefined,
  branch: 'DK-785100' as BranchId,
  concurrency: 64,
  waits: usualRetryWaitsInMs,
}

/** Called as an import proceeds. */
export interface ImportProgressListener {
  /** Called once when an interrupted import continues: its first day, and the loans that earlier runs have replayed. */
  readonly resumed?: (day: Day, loansDone: number, totalLoans: number) => void
  /** Called when a step failed by trouble that may pass; it is tried again after `wait` ms. */
  readonly onTrouble?: (error: LedgerImportError, wait: number) => void
  /** A day is over, and everything that happened on it is durable. Loans of earlier runs count. */
  readonly day: (day: Day, loansDone: number, totalLoans: number) => void
  /** Called when a day is closed and the data due on it is erased. The import waits for it. */
  readonly onMidnight?: (day: Day) => Promise<void>
}

export const ignoreImportProgress: ImportProgressListener = { day: () => undefined }
