import type { BorrowerId } from '../../values/ids'
import type { StatisticsDimension } from './statistics-tables'

/** The value of an item that is not known, such as the municipality of a borrower who is erased. */
export const unknownValue = 'unknown'

/** One loan, return or borrower of a month, or the renewals of one loan. */
export interface ItemToCount {
  /** How many it counts for. */
  readonly times: number
  /** Null when it is not known, or forgotten. Then the item adds no borrower to its cells. */
  readonly borrower: BorrowerId | null
  readonly values: Readonly<Partial<Record<StatisticsDimension, string>>>
}

/** A page of what a month counts. `next` asks for the page after it; null after the last. */
export interface PageOfItemsToCount {
  readonly items: ReadonlyArray<ItemToCount>
  readonly next: string | null
}
