import type { BranchIsUnknown } from '../../../domain/policy/branch-is-unknown'
import type { Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import type { Ore } from '../../../domain/values/ore'

/** The step at which an import was interrupted. The next run continues from there. */
export type LedgerImportStep =
  'start' | 'register' | 'acquire' | 'lend' | 'return' | 'pay' | 'finish' | 'move the clock'

/** A step failed. `row` is the row of the ledger that the step belongs to, if there is one. */
export interface ImportInterrupted {
  readonly _tag: 'ImportInterrupted'
  readonly step: LedgerImportStep
  readonly on: Day
  readonly row: number | null
  /** The `_tag` of the error. */
  readonly errorTag: string
  /** What a store, the keys or the closing of a day says of it; null when the tag says everything. */
  readonly reason: string | null
}

/** Why a ledger was not imported, or only in part. */
export type LedgerImportError =
  /** No row of the file can be replayed. */
  | { readonly _tag: 'NothingToImport' }
  /** Each day from the first to the last is simulated. More than `maxLedgerYears` years are taken for a typing error. */
  | { readonly _tag: 'LedgerIsTooLong'; readonly first: Day; readonly last: Day }
  /** The library has a real clock; a ledger is replayed on a simulated one. */
  | { readonly _tag: 'ClockIsReal' }
  /** The library's clock is past the first day of the ledger, and a clock does not go back. */
  | { readonly _tag: 'LedgerIsOlderThanClock'; readonly first: Day; readonly today: Day }
  | { readonly _tag: 'AnotherImportIsUnfinished' }
  /** The library and the request have different fees for handling a lost copy. Amounts in øre. */
  | { readonly _tag: 'HandlingDiffers'; readonly requested: Ore; readonly library: Ore }
  /** The library has branches, and not this one. */
  | (BranchIsUnknown & { readonly branch: BranchId })
  | ImportInterrupted
