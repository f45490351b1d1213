import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { Month } from '../../domain/values/month'
import type { Position } from '../../domain/ports/event-store'
import { purgedWith, personalText, personalTextOrNull, defineTable, type TableRow } from '../read-model/define-table'

/** Reservations that have not ended. */
export const reservationsTable = defineTable(
  'reservations',
  {
    reservation: purgedWith<ReservationId>('reservation'),
    borrower: purgedWith<BorrowerId>('borrower'),
    title: personalText<TitleId>(),
    pickUpBranch: personalText<BranchId>(),
    interestUntil: personalText<Day>(),
    latestEnd: personalText<Day>(),
    madeAt: personalText<Instant>(),
    madeIn: personalText<Month>(),
    /** The end of the queue that it joined; with `position` it gives the order of the queue. */
    joined: personalText<'back' | 'front'>(),
    position: personalText<Position>(),
    /** The copy on the pick-up shelf; null until one is ready. */
    copy: personalTextOrNull<CopyId>(),
    pickUpNumber: personalTextOrNull(),
    pickUpBy: personalTextOrNull<Day>(),
  },
  ['reservation'],
  [['title']],
)
export type ReservationRow = TableRow<typeof reservationsTable>

/** Copies that are reserved for a borrower: set aside, in transit, or on the pick-up shelf. */
export const reservedCopiesTable = defineTable(
  'shelf',
  {
    setAside: purgedWith<SetAsideId>('setAside'),
    borrower: purgedWith<BorrowerId>('borrower'),
    reservation: personalText<ReservationId>(),
    copy: personalText<CopyId>(),
    title: personalText<TitleId>(),
    /** The branch where the copy is, or from which it was sent. */
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
export type ReservedCopyRow = TableRow<typeof reservedCopiesTable>
