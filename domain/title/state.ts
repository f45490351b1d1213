import type { Day } from '../values/day'
import type { BorrowerId, BranchId, CopyId, ReservationId } from '../values/ids'

interface Place {
  readonly reservation: ReservationId
  /** The longest that the reservation can last. */
  readonly latestEnd: Day
}

interface KnownPlace extends Place {
  readonly borrower: BorrowerId
  readonly pickUpBranch: BranchId
  /** The last day on which the borrower still wants the title. */
  readonly interestUntil: Day
}

/** Waits for a copy. */
export interface Waiting extends KnownPlace {
  readonly _tag: 'Waiting'
}

/** A copy stands on the pick-up shelf for it. */
export interface Ready extends KnownPlace {
  readonly _tag: 'Ready'
  readonly copy: CopyId
  readonly pickUpNumber: string
  readonly pickUpBy: Day
}

/** Whose it is has been forgotten. It keeps its place until it ends, and is passed over. */
export interface Forgotten extends Place {
  readonly _tag: 'Forgotten'
}

export type QueuePlace = Waiting | Ready | Forgotten

/** Nobody waits for the title. */
export interface NoQueue {
  readonly _tag: 'NoQueue'
}

/** Some wait for the title, the first in front. */
export interface Queue {
  readonly _tag: 'Queue'
  readonly places: readonly [QueuePlace, ...ReadonlyArray<QueuePlace>]
}

export type TitleState = NoQueue | Queue

export const noQueue: TitleState = { _tag: 'NoQueue' }

/** The places in the queue, the first in front. */
export const placesIn = (state: TitleState): ReadonlyArray<QueuePlace> => (state._tag === 'Queue' ? state.places : [])

export const queueOf = ([first, ...rest]: ReadonlyArray<QueuePlace>): TitleState =>
  first === undefined ? noQueue : { _tag: 'Queue', places: [first, ...rest] }
