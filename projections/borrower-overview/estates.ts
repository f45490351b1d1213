import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { Ore } from '../../domain/values/ore'
import { deceasedBorrowers } from '../borrowers/deceased-borrowers'
import { nameOnList } from '../borrowers/name-on-list'
import type { ReadModelRows } from '../read-model/read-model-rows'
import type { BorrowerOverview } from './borrower-overview'
import type { FeeInOverview } from './fees-in-overview'
import type { LoanInOverview } from './loan-in-overview'
import type { ReimbursementInOverview } from './reimbursements-in-overview'

/** What a borrower who has died has on loan, owes, and is owed: the estate (dødsbo) settles it. Amounts are in øre. */
export interface Estate {
  readonly borrower: BorrowerId
  readonly number: string
  /** Null when name and address are protected. */
  readonly name: string | null
  /** The day on which the library learned of the death. */
  readonly since: Day
  readonly loans: ReadonlyArray<Pick<LoanInOverview, 'copy' | 'name' | 'dueOn'>>
  readonly fees: ReadonlyArray<Pick<FeeInOverview, 'fee' | 'kind' | 'amount' | 'leviedOn' | 'collection'>>
  /** What the library has not paid out. */
  readonly reimbursements: ReadonlyArray<Pick<ReimbursementInOverview, 'reimbursement' | 'amount' | 'grantedOn'>>
  /** All that is owed, with what is not levied yet. */
  readonly owed: Ore
}

const estateOf = (
  { record, blocks, loans, fees, reimbursements, balance }: BorrowerOverview,
  rows: ReadModelRows,
): ReadonlyArray<Estate> => {
  const death = blocks.find(({ reason }) => reason === 'D')
  if (death === undefined) return []
  const { borrower, number } = record
  return [
    {
      ...{ borrower, number, name: nameOnList(record, rows), since: death.since, owed: balance.owed },
      loans: loans.filter(({ endedOn }) => endedOn === null).map(({ copy, name, dueOn }) => ({ copy, name, dueOn })),
      fees: fees
        .filter(({ settledOn }) => settledOn === null)
        .map(({ fee, kind, amount, leviedOn, collection }) => ({ fee, kind, amount, leviedOn, collection })),
      reimbursements: reimbursements
        .filter(({ settledOn }) => settledOn === null)
        .map(({ reimbursement, amount, grantedOn }) => ({ reimbursement, amount, grantedOn })),
    },
  ]
}

const isOpen = ({ loans, fees, reimbursements, owed }: Estate): boolean =>
  [loans, fees, reimbursements].some((open) => open.length > 0) || owed > 0

/** The estates in which something is open, sorted by the random ids of the borrowers. The others are erased with the month. */
export const openEstates =
  (overviewOf: (borrower: BorrowerId) => (rows: ReadModelRows) => BorrowerOverview | undefined) =>
  (rows: ReadModelRows): ReadonlyArray<Estate> =>
    deceasedBorrowers(rows).flatMap((borrower) => {
      const overview = overviewOf(borrower)(rows)
      return overview === undefined ? [] : estateOf(overview, rows).filter(isOpen)
    })
