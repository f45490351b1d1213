import type { Day } from '../values/day'
import type { BorrowerId, BranchId, CopyId, LoanId, MunicipalityCode, ReservationId, TitleId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { Volume } from '../values/volume'
import type { BlockReason } from './block-reason'
import type { BorrowerGroup } from './borrower-group'

/**
 * What decisions read of a borrower, under the borrower's lock. It includes all events that both logs held when it was
 * read.
 */
export interface BorrowerStanding {
  readonly borrower: BorrowerId
  readonly group: BorrowerGroup
  readonly birthDate: Day | null
  readonly municipality: MunicipalityCode | null
  readonly homeBranch: BranchId
  readonly blocks: ReadonlyArray<BlockReason>
  /** In øre: unsettled fees, and the fees of late returns and renewals from that moment on. */
  readonly owed: Ore
  readonly loans: ReadonlyArray<{
    readonly loan: LoanId
    readonly copy: CopyId
    readonly title: TitleId
  }>
  readonly reservations: ReadonlyArray<{
    readonly reservation: ReservationId
    readonly title: TitleId
    /** The wanted volume of a periodical; null for any. */
    readonly volume: Volume | null
  }>
}
