import type { Day } from '../../../../../domain/values/day'
import type { Ore } from '../../../../../domain/values/ore'
import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'

/** What became of a copy that was scanned, as a page shows it. */
export interface ScannedCopy {
  readonly copy: string
  readonly name: string
  readonly becomes:
    | 'onShelf'
    | 'onPullList'
    | 'setAside'
    | 'inTransit'
    | 'ready'
    | 'onLoan'
    | 'missing'
    | 'lost'
    | 'withdrawn'
    | 'undecided'
    | 'caseForStaff'
  /** The branch to which it is sent; null when it stays. */
  readonly sendTo: TextInBothLanguages | null
  readonly pickUpNumber: string | null
  readonly pickUpBy: Day | null
  readonly found: 'lost' | 'claimedReturned' | null
  readonly fee: { readonly amount: Ore; readonly joins: boolean } | null
  /** What is to be paid back for a found copy; null when nothing is. */
  readonly toReimburse: Ore | null
  readonly shelfMark: string | null
  /** The branch that has acquired the copy; null when that is the branch of the desk. */
  readonly homeBranch: TextInBothLanguages | null
  readonly hasCase: boolean
  /** The loan that the scan has ended; null when it ended none. */
  readonly loan: string | null
}
