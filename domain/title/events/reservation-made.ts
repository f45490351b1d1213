import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import * as t from 'io-ts'
import { Day } from '../../values/day'
import { BorrowerId, BranchId, ReservationId, TitleId } from '../../values/ids'
import { Instant } from '../../values/instant'

const open = { reservation: ReservationId, title: TitleId, latestEnd: Day }

const reservation = {
  borrower: BorrowerId,
  pickUpBranch: BranchId,
  interestUntil: Day,
  madeAt: Instant,
  first: t.boolean,
}

/** The first version: of a reservation that is not parallel, and for any volume. */
export const ReservationMadeVersion1: AnyEventDefinition & { readonly type: 'ReservationMade' } = defineEvent(
  'ReservationMade',
  1,
  { open, sealed: { reservation } },
)

const parallelAndVolume = { ...reservation, parallelTo: t.string, volume: t.string }

/** The second version: of a reservation for which no refusal was overridden. */
export const ReservationMadeVersion2: AnyEventDefinition & { readonly type: 'ReservationMade' } = defineEvent(
  'ReservationMade',
  2,
  { open, sealed: { reservation: parallelAndVolume } },
  {
    open: (part) => part,
    sealed: { reservation: (part) => ({ ...(part as object), parallelTo: '', volume: '' }) },
  },
)

/**
 * A borrower reserved a title. `first` is true when the reservation of an undone loan goes to the front of the queue.
 * `parallelTo`, `volume` and `override` are texts of one width: see `textOfParallelTitles`, `textOfVolume` and
 * `textOfRefusalOverride`.
 */
export const ReservationMade = defineEvent(
  'ReservationMade',
  3,
  { open, sealed: { reservation: { ...parallelAndVolume, override: t.string } } },
  {
    open: (part) => part,
    sealed: { reservation: (part) => ({ ...(part as object), override: '' }) },
  },
)
export type ReservationMade = EventOf<typeof ReservationMade>
