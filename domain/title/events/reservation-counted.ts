import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BranchId, MunicipalityCode, ReservationId, StatisticsId, TitleId } from '../../values/ids'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'

/**
 * What the statistics of a month count of a reservation. It stands beside `ReservationMade`, because a reservation that
 * ends is erased at once, and the month is counted later. A reservation that is restored is not counted again.
 */
export const ReservationCounted = defineEvent('ReservationCounted', 1, {
  open: { reservation: ReservationId, statistics: StatisticsId, title: TitleId },
  sealed: {
    statistics: {
      pickUpBranch: BranchId,
      borrowerGroup: BorrowerGroup,
      municipality: nullable(MunicipalityCode),
      ageClass: AgeClass,
    },
  },
})
export type ReservationCounted = EventOf<typeof ReservationCounted>
