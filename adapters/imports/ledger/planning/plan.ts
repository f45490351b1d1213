import type { Day } from '../../../../domain/values/day'
import type { CopyId, TitleId } from '../../../../domain/values/ids'

/** A copy that must be bought for a loan, because all known copies of its title are out. */
export interface PlannedCopy {
  readonly copy: CopyId
  readonly title: TitleId
  readonly name: string
  readonly author: string | null
}

export interface PlannedLoan {
  readonly row: number
  readonly copy: CopyId
  /** The ledger's own key. */
  readonly borrower: string
}

export interface PlannedReturn {
  readonly row: number
  readonly copy: CopyId
}

/**
 * What the ledger tells of a day, in the order in which it is replayed: copies come back from earlier loans, so that
 * they can be lent again; copies are bought; loans are made; and what was lent and returned on one day comes back.
 */
export interface PlannedDay {
  readonly returnsOfEarlierLoans: ReadonlyArray<PlannedReturn>
  readonly acquisitions: ReadonlyArray<PlannedCopy>
  readonly loans: ReadonlyArray<PlannedLoan>
  readonly returnsOfTheDay: ReadonlyArray<PlannedReturn>
}

/** What all days of a plan together buy. */
export interface Bought {
  readonly copies: number
  readonly titles: number
}

/** A plan is made day by day, as it is asked for: memory holds one day of it, and what is out. */
export interface Plan {
  /** The days on which anything happens, in order. */
  readonly days: ReadonlyArray<Day>
  /** What a day asks; undefined when nothing. To be asked for in order: a day before the last one asked for is gone. */
  readonly on: (day: Day) => PlannedDay | undefined
  /** Plans what is left, and counts. */
  readonly bought: () => Bought
  /** The first and the last day on which anything happens. */
  readonly first: Day
  readonly last: Day
}
