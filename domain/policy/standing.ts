import type { Day } from '../values/day'
import type { BorrowerId, BranchId, CopyId, LoanId, MunicipalityCode, ReservationId, TitleId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { BlockReason } from './block-reason'
import type { BorrowerGroup } from './borrower-group'

/** What the gate reads of a borrower before anything is decided: passed both logs' ends when it was read. */
export interface Standing {
  readonly borrower: BorrowerId
  readonly group: BorrowerGroup
  readonly birthDate: Day | null
  readonly municipality: MunicipalityCode | null
  readonly homeBranch: BranchId
  readonly blocks: ReadonlyArray<BlockReason>
  /** Unsettled fees, with what a late return owes from the moment of return. */
  readonly owed: Ore
  readonly loans: ReadonlyArray<{
    readonly loan: LoanId
    readonly copy: CopyId
    readonly title: TitleId
    readonly dueOn: Day
  }>
  readonly reservations: ReadonlyArray<{ readonly reservation: ReservationId; readonly title: TitleId }>
}
