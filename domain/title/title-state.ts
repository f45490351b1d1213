import type { Day } from '../values/day'
import type { BorrowerId, BranchId, CopyId, ReservationId, TitleId } from '../values/ids'
import type { Volume } from '../values/volume'

interface PlaceBase {
  readonly reservation: ReservationId
  /** The latest day on which the reservation can end. */
  readonly latestEnd: Day
}

interface PlaceWithBorrower extends PlaceBase {
  readonly borrower: BorrowerId
  readonly pickUpBranch: BranchId
  /** The last day of interest. */
  readonly interestUntil: Day
  /** The other titles of the same parallel reservation; none when it stands alone. */
  readonly parallelTo: ReadonlyArray<TitleId>
  /** Of a periodical; null for any volume. */
  readonly volume: Volume | null
}

/** No copy is ready for it yet. */
export interface WaitingQueuePlace extends PlaceWithBorrower {
  readonly _tag: 'Waiting'
}

/** A copy stands on the pick-up shelf for it. */
export interface ReadyQueuePlace extends PlaceWithBorrower {
  readonly _tag: 'Ready'
  readonly copy: CopyId
  readonly pickUpNumber: string
  readonly pickUpBy: Day
}

/** The borrower is erased. The reservation keeps its place until it ends, and is skipped. */
interface ForgottenQueuePlace extends PlaceBase {
  readonly _tag: 'Forgotten'
}

export type QueuePlace = WaitingQueuePlace | ReadyQueuePlace | ForgottenQueuePlace

/** The title has no reservations. */
interface EmptyQueue {
  readonly _tag: 'NoQueue'
}

/** The reservations of the title, in order. */
interface NonEmptyQueue {
  readonly _tag: 'Queue'
  readonly places: readonly [QueuePlace, ...ReadonlyArray<QueuePlace>]
}

export type TitleState = EmptyQueue | NonEmptyQueue

export const initialTitleState: TitleState = { _tag: 'NoQueue' }

/** The places of a queue, in order. */
export const placesOfTitleQueue = (state: TitleState): ReadonlyArray<QueuePlace> =>
  state._tag === 'Queue' ? state.places : []

export const queueFromPlaces = ([first, ...rest]: ReadonlyArray<QueuePlace>): TitleState =>
  first === undefined ? initialTitleState : { _tag: 'Queue', places: [first, ...rest] }
