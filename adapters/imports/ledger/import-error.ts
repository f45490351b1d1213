import type { Day } from '../../../domain/values/day'
import type { Ore } from '../../../domain/values/ore'

/** What an import was doing when it broke off; run again, it goes on from there. */
export type ActName = 'start' | 'register' | 'acquire' | 'lend' | 'return' | 'pay' | 'finish' | 'move the clock'

/** Why a ledger is not read in, or was only in part. */
export type ImportError =
  /** No row of the file can be replayed. */
  | { readonly _tag: 'NothingToImport' }
  /** Every day from the first to the last is simulated: more than `longestLedger` years are a slip of the pen. */
  | { readonly _tag: 'LedgerIsTooLong'; readonly first: Day; readonly last: Day }
  /** A ledger is replayed on a simulated clock. */
  | { readonly _tag: 'ClockIsReal' }
  /** The library's clock stands after the ledger's first day, and time does not run backwards. */
  | { readonly _tag: 'LedgerIsOlderThanClock'; readonly first: Day; readonly today: Day }
  | { readonly _tag: 'AnotherImportIsUnfinished' }
  /** The library asks another amount for handling a lost copy than the import shall. Amounts in øre. */
  | { readonly _tag: 'HandlingDiffers'; readonly asked: Ore; readonly library: Ore }
  /** `row` is a row of the ledger, where the act came from one. */
  | {
      readonly _tag: 'BrokeOff'
      readonly act: ActName
      readonly on: Day
      readonly row: number | null
      /** The tag of what went wrong. */
      readonly because: string
    }
