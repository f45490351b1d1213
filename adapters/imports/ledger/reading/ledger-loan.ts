import type { Day } from '../../../../domain/values/day'

/** When a loan came back, as far as the ledger tells. */
export type LedgerReturn =
  | { readonly _tag: 'Never' }
  /** `known` says whether the ledger has the whole day, or the rule for partly known ones chose it. */
  | { readonly _tag: 'On'; readonly day: Day; readonly known: 'whole' | 'partly' }

/** A row that can be replayed. */
export interface LedgerLoan {
  readonly row: number
  /** The ledger's own keys, for telling apart; they stay in memory. */
  readonly borrower: string
  readonly title: string
  readonly borrowerName: string
  readonly titleName: string
  readonly author: string | null
  readonly lentOn: Day
  readonly returned: LedgerReturn
}

/** Why a row cannot be replayed. Each lies in the row itself, and none repeats what stands in it. */
export const rejectReasons = [
  'no day of lending',
  'day of lending only partly known',
  'day of lending not in the calendar',
  'day of lending unreadable',
  'day of lending after today',
  'no borrower',
  'no title',
  'day of return not in the calendar',
  'day of return unreadable',
  'returned before it was lent',
  'day of return after today',
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** A row that cannot be replayed, and why. */
export interface Reject {
  readonly row: number
  readonly reason: RejectReason
}
