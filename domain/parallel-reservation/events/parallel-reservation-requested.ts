import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { AgeClass } from '../../policy/age-class'
import { BorrowerGroup } from '../../policy/borrower-group'
import { Day } from '../../values/day'
import {
  BorrowerId,
  BranchId,
  MunicipalityCode,
  ParallelReservationId,
  ReservationId,
  StatisticsId,
  TitleId,
} from '../../values/ids'
import { Instant } from '../../values/instant'

/**
 * A borrower wants one of several titles. A reaction then reserves each of them: `reservations` has their ids, in the
 * order of `titles`, which is random.
 */
export const ParallelReservationRequested = defineEvent('ParallelReservationRequested', 1, {
  open: { parallelReservation: ParallelReservationId, latestEnd: Day },
  sealed: {
    parallelReservation: {
      borrower: BorrowerId,
      titles: t.readonlyArray(TitleId),
      reservations: t.readonlyArray(ReservationId),
      pickUpBranch: BranchId,
      interestUntil: Day,
      madeAt: Instant,
      statistics: StatisticsId,
      borrowerGroup: BorrowerGroup,
      municipality: nullable(MunicipalityCode),
      ageClass: AgeClass,
    },
  },
})
export type ParallelReservationRequested = EventOf<typeof ParallelReservationRequested>
