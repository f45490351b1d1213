import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { BorrowerId, TitleId } from '../../domain/values/ids'
import { nameOfTitle } from '../copies/copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { titlesParallelToReservation } from '../queue/parallel-reservations'
import { queueNumberOfReservation, reservationsOfBorrower } from '../queue/reservation-queries'
import type { ReservationRow } from '../queue/queue-tables'
import { withEffectivePickUpDeadline } from '../queue/with-effective-pick-up-deadline'
import { stateOfReservation, type ReservationState } from '../queue/reservation-state'

type ShownMember =
  'reservation' | 'title' | 'pickUpBranch' | 'interestUntil' | 'madeAt' | 'pickUpNumber' | 'pickUpBy' | 'volume'

/** A reservation as its borrower sees it. */
export interface ReservationInOverview extends Pick<ReservationRow, ShownMember> {
  /** The name of the title; undefined when the library has never had a copy of it. */
  readonly name: string | undefined
  readonly state: ReservationState
  /** The other titles of the same parallel reservation. */
  readonly parallelTo: ReadonlyArray<TitleId>
  /** 1 is next; undefined when a copy is ready. */
  readonly queueNumber: number | undefined
}

export const reservationsInOverview =
  (deadlineAt: EffectiveDeadline) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ReservationInOverview> =>
    reservationsOfBorrower(borrower)(rows)
      .map(withEffectivePickUpDeadline(deadlineAt))
      .map((row) => {
        const { reservation, title, pickUpBranch, interestUntil, madeAt, pickUpNumber, pickUpBy, volume } = row
        return {
          ...{ reservation, title, name: nameOfTitle(title)(rows), pickUpBranch, interestUntil, madeAt, volume },
          ...{
            state: stateOfReservation(row)(rows),
            parallelTo: titlesParallelToReservation(row),
            pickUpNumber,
            pickUpBy,
          },
          queueNumber: queueNumberOfReservation(reservation)(rows),
        }
      })
