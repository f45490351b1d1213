import type { AnyEvent } from '../../../domain/event/define-event'
import { isReservedCopy } from '../../../domain/copy/copy-state'
import type { AbsencePeriod } from '../../../domain/policy/absence-period'
import { placesOfTitleQueue, type QueuePlace } from '../../../domain/title/title-state'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId, ReservationId, TitleId } from '../../../domain/values/ids'
import { day } from '../../fixtures/example-library'
import { simulateReactions, type ReactionSimulation } from '../../fixtures/reaction-simulation'

/** A title of a library, on a day that moves, with borrowers who may be absent. */
export interface LibraryWithAbsences {
  readonly library: ReactionSimulation
  readonly today: () => Day
  readonly moveTo: (day: Day) => void
  readonly absenceOf: (borrower: BorrowerId) => AbsencePeriod | null
  readonly setAbsence: (borrower: BorrowerId, period: AbsencePeriod | null) => void
  readonly titlesWithCopyOf: (borrower: BorrowerId) => ReadonlySet<TitleId>
  /** A copy of a parallel title is reserved for the borrower, or released again. */
  readonly setTitlesWithCopy: (borrower: BorrowerId, titles: ReadonlyArray<TitleId>) => void
}

export const simulateAbsences = (): LibraryWithAbsences => {
  const absences = new Map<BorrowerId, AbsencePeriod | null>()
  let now = day('2026-01-05')
  const today = () => now
  const titles = new Map<BorrowerId, ReadonlySet<TitleId>>()
  const titlesWithCopyOf = (borrower: BorrowerId) => titles.get(borrower) ?? new Set<TitleId>()
  const absenceOf = (borrower: BorrowerId) => absences.get(borrower) ?? null
  return {
    library: simulateReactions(1, { today, absenceOf, titlesWithCopyOf }),
    ...{ today, absenceOf, titlesWithCopyOf },
    moveTo: (to) => {
      now = to
    },
    setAbsence: (borrower, period) => {
      absences.set(borrower, period)
    },
    setTitlesWithCopy: (borrower, withCopy) => {
      titles.set(borrower, new Set(withCopy))
    },
  }
}

/** The reservations that have a copy: to be fetched, in transit or ready. */
export const reservationsWithCopy = (library: ReactionSimulation): ReadonlyArray<ReservationId> =>
  library
    .copies()
    .filter(isReservedCopy)
    .flatMap(({ reservedFor }) => (reservedFor._tag === 'Plain' ? [reservedFor.value.reservation] : []))

/** The places of a queue that have no copy, in order. */
export const placesWithoutCopy = (library: ReactionSimulation): ReadonlyArray<QueuePlace> => {
  const served = reservationsWithCopy(library)
  return placesOfTitleQueue(library.title()).filter(({ reservation }) => !served.includes(reservation))
}

/** For whom events set a copy aside. */
export const setAsideFor = (events: ReadonlyArray<AnyEvent>): ReadonlyArray<BorrowerId> =>
  events.flatMap(({ type, sealed }) => {
    if (type !== 'CopySetAside' && type !== 'CopyPutOnPullList') return []
    const part = sealed['setAside']
    return part?._tag === 'Plain' ? [(part.value as { readonly borrower: BorrowerId }).borrower] : []
  })
