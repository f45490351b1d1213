import type { BorrowerId } from '../../domain/values/ids'
import { nameOf } from '../copies/queries'
import type { Rows } from '../kernel/rows'
import { queueNumber, reservationsOf } from '../queue/queries'
import type { Reservation } from '../queue/rows'

type Told = 'reservation' | 'title' | 'pickUpBranch' | 'interestUntil' | 'madeAt' | 'pickUpNumber' | 'pickUpBy'

/** A reservation as its borrower sees it. */
export interface ReservationShown extends Pick<Reservation, Told> {
  /** Undefined when the catalogue does not know the title. */
  readonly name: string | undefined
  /** 1 is next; undefined once a copy is ready. */
  readonly queueNumber: number | undefined
}

export const reservationsShown =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<ReservationShown> =>
    reservationsOf(borrower)(rows).map(
      ({ reservation, title, pickUpBranch, interestUntil, madeAt, pickUpNumber, pickUpBy }) => ({
        reservation,
        title,
        name: nameOf(title)(rows),
        pickUpBranch,
        interestUntil,
        madeAt,
        pickUpNumber,
        pickUpBy,
        queueNumber: queueNumber(reservation)(rows),
      }),
    )
