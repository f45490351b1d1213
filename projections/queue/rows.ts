import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { Month } from '../../domain/values/month'
import type { Position } from '../../domain/ports/event-store'
import { goesWith, personalText, personalTextOrNull, table, type Row } from '../kernel/table'

/** Reservations that have not ended. */
export const reservations = table(
  'reservations',
  {
    reservation: goesWith<ReservationId>('reservation'),
    borrower: goesWith<BorrowerId>('borrower'),
    title: personalText<TitleId>(),
    pickUpBranch: personalText<BranchId>(),
    interestUntil: personalText<Day>(),
    latestEnd: personalText<Day>(),
    madeAt: personalText<Instant>(),
    madeIn: personalText<Month>(),
    /** Which end of the queue it joined, and when: the order of the queue follows from the two. */
    joined: personalText<'back' | 'front'>(),
    position: personalText<Position>(),
    /** Once a copy stands on the pick-up shelf for it. */
    copy: personalTextOrNull<CopyId>(),
    pickUpNumber: personalTextOrNull(),
    pickUpBy: personalTextOrNull<Day>(),
  },
  ['reservation'],
  [['title']],
)
export type Reservation = Row<typeof reservations>

/** Copies that are kept for somebody: set aside, on their way, or on the pick-up shelf. */
export const shelf = table(
  'shelf',
  {
    setAside: goesWith<SetAsideId>('setAside'),
    borrower: goesWith<BorrowerId>('borrower'),
    reservation: personalText<ReservationId>(),
    copy: personalText<CopyId>(),
    title: personalText<TitleId>(),
    /** Where the copy stands, or was sent from. */
    branch: personalText<BranchId>(),
    pickUpBranch: personalText<BranchId>(),
    state: personalText<'setAside' | 'inTransit' | 'ready'>(),
    latestEnd: personalText<Day>(),
    pickUpNumber: personalTextOrNull(),
    pickUpBy: personalTextOrNull<Day>(),
  },
  ['setAside'],
  [['copy'], ['branch']],
)
export type KeptCopy = Row<typeof shelf>
