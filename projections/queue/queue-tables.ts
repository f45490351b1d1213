import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, ReservationId, SetAsideId, TitleId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { Volume } from '../../domain/values/volume'
import type { Month } from '../../domain/values/month'
import type { Position } from '../../domain/ports/event-store'
import {
  purgedWithColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** Reservations that have not ended. */
export const reservationsTable = defineTable(
  'reservations',
  {
    reservation: purgedWithColumn<ReservationId>('reservation'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    title: personalTextColumn<TitleId>(),
    pickUpBranch: personalTextColumn<BranchId>(),
    interestUntil: personalTextColumn<Day>(),
    latestEnd: personalTextColumn<Day>(),
    madeAt: personalTextColumn<Instant>(),
    madeIn: personalTextColumn<Month>(),
    /** The end of the queue that it joined; with `position` it gives the order of the queue. */
    joined: personalTextColumn<'back' | 'front'>(),
    position: personalTextColumn<Position>(),
    /** The copy on the pick-up shelf; null until one is ready. */
    copy: nullablePersonalTextColumn<CopyId>(),
    pickUpNumber: nullablePersonalTextColumn(),
    pickUpBy: nullablePersonalTextColumn<Day>(),
    /** The other titles of the same parallel reservation, with spaces between them; null when it stands alone. */
    parallelTo: nullablePersonalTextColumn(),
    /** Of a periodical; null for any volume. */
    volume: nullablePersonalTextColumn<Volume>(),
  },
  ['reservation'],
  [['title'], ['pickUpBy', 'interestUntil']],
  [['parallelTo']],
)
export type ReservationRow = TableRow<typeof reservationsTable>

/** Copies that are reserved for a borrower: to be fetched, set aside, in transit, or on the pick-up shelf. */
export const reservedCopiesTable = defineTable(
  'shelf',
  {
    setAside: purgedWithColumn<SetAsideId>('setAside'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    reservation: personalTextColumn<ReservationId>(),
    copy: personalTextColumn<CopyId>(),
    title: personalTextColumn<TitleId>(),
    /** The branch where the copy is, or from which it was sent. */
    branch: personalTextColumn<BranchId>(),
    pickUpBranch: personalTextColumn<BranchId>(),
    state: personalTextColumn<'onPullList' | 'setAside' | 'inTransit' | 'ready'>(),
    latestEnd: personalTextColumn<Day>(),
    pickUpNumber: nullablePersonalTextColumn(),
    pickUpBy: nullablePersonalTextColumn<Day>(),
  },
  ['setAside'],
  [['copy'], ['branch']],
)
export type ReservedCopyRow = TableRow<typeof reservedCopiesTable>
