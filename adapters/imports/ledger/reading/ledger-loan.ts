import type { Day } from '../../../../domain/values/day'
import { rowErrorTexts, type RowLineRange } from '../../csv/csv-row'

/** When a loan was returned, as far as the ledger records it. */
export type LedgerReturnDay =
  | { readonly _tag: 'Never' }
  /** `known` is `whole` when the ledger has the complete day, and `partly` when `earliestPossibleReturnDay` chose the day. */
  | { readonly _tag: 'On'; readonly day: Day; readonly known: 'whole' | 'partly' }

/** A row that can be replayed. */
export interface LedgerLoan {
  readonly row: number
  /** The keys of borrower and title in the ledger. They are never stored. */
  readonly borrower: string
  readonly title: string
  readonly borrowerName: string
  readonly titleName: string
  readonly author: string | null
  readonly lentOn: Day
  readonly returned: LedgerReturnDay
}

/** Why a row cannot be replayed. A reason depends on the row alone and repeats none of its content. */
export const ledgerRejectReasons = [
  ...rowErrorTexts,
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
  'a name, title or author that is too long',
  'a name, title or author with control characters',
  'a name, title or author with invisible characters',
  'a name, title or author with a CPR number',
] as const
export type RejectReason = (typeof ledgerRejectReasons)[number]

/** A row that cannot be replayed, and why. */
export interface RejectedRow {
  readonly row: number
  readonly reason: RejectReason
}

/** A rejected row with the lines of the file that it stands on. */
export interface RejectedRowWithLines extends RejectedRow, RowLineRange {}
