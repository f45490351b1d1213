import { ReservationChanged } from '../../../domain/title/events/reservation-changed'
import { ReservationCounted } from '../../../domain/title/events/reservation-counted'
import { ReservationMade } from '../../../domain/title/events/reservation-made'
import { ReservationNotReady } from '../../../domain/title/events/reservation-not-ready'
import { ReservationReady } from '../../../domain/title/events/reservation-ready'
import type { TitleEvent } from '../../../domain/title/title-event'
import { withScopesErased } from '../../fixtures/erase-scopes'
import {
  anna,
  day,
  firstCopy,
  firstTitle,
  mainBranch,
  noon,
  reservationId,
  statisticsScopeId,
  standsAlone,
} from '../../fixtures/example-library'

/** Events of a queue. All but `made` are about the first reservation, which is Anna's. */
export const made = (
  n: number,
  borrower = anna,
  but: Partial<Parameters<typeof ReservationMade>[1]['reservation']> = {},
) =>
  ReservationMade(
    { reservation: reservationId(n), title: firstTitle, latestEnd: day('2027-01-05') },
    {
      reservation: {
        borrower,
        pickUpBranch: mainBranch,
        interestUntil: day('2026-07-04'),
        madeAt: noon('2026-01-05'),
        first: false,
        ...standsAlone,
        ...but,
      },
    },
  )
/** What the statistics count of a reservation of one of the example borrowers. */
export const counted = (n: number, pickUpBranch = mainBranch) =>
  ReservationCounted(
    { reservation: reservationId(n), statistics: statisticsScopeId, title: firstTitle },
    { statistics: { pickUpBranch, borrowerGroup: 'adult', municipality: null, ageClass: 'adult' } },
  )
export const named = (n: number) => ({ reservation: reservationId(n), title: firstTitle })

export const ready = ReservationReady(named(1), {
  reservation: {
    ...{ borrower: anna, copy: firstCopy, pickUpBranch: mainBranch },
    ...{ pickUpNumber: '000123', pickUpBy: day('2026-02-10') },
  },
})
export const changedTo = (pickUpBranch: typeof mainBranch, interestUntil: string) =>
  ReservationChanged(named(1), { reservation: { borrower: anna, pickUpBranch, interestUntil: day(interestUntil) } })
export const notReady = ReservationNotReady(named(1), {})
export const forgotten = (...events: ReadonlyArray<TitleEvent>) => withScopesErased(new Set([reservationId(1)]))(events)
