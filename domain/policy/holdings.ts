import { noMoney, type Ore } from '../values/ore'
import type { Standing } from './standing'

/** All that ties a borrower to the library: numbers of things, and money in øre. */
export interface Holdings {
  readonly loans: number
  readonly reservations: number
  /** Copies set aside, sent or ready for the borrower. */
  readonly setAsides: number
  /** Payments made whose fees are not all paid yet. */
  readonly unfinishedPayments: number
  readonly owed: Ore
}

/** A reason why a borrower cannot be forgotten yet. */
export type Obstacle =
  | { readonly _tag: 'Loans'; readonly count: number }
  | { readonly _tag: 'Reservations'; readonly count: number }
  | { readonly _tag: 'SetAsides'; readonly count: number }
  | { readonly _tag: 'UnfinishedPayments'; readonly count: number }
  | { readonly _tag: 'Owed'; readonly ore: Ore }

export const nothingHeld: Holdings = { loans: 0, reservations: 0, setAsides: 0, unfinishedPayments: 0, owed: noMoney }

/** What the standing says of a borrower, with what it does not tell. */
export const holdingsOf =
  (besides: Pick<Holdings, 'setAsides' | 'unfinishedPayments'>) =>
  (standing: Standing): Holdings => ({
    loans: standing.loans.length,
    reservations: standing.reservations.length,
    owed: standing.owed,
    setAsides: besides.setAsides,
    unfinishedPayments: besides.unfinishedPayments,
  })

/** What stands in the way of forgetting a borrower: empty when everything is returned and paid. */
export const obstaclesOf = (held: Holdings): ReadonlyArray<Obstacle> => [
  ...counted('Loans', held.loans),
  ...counted('Reservations', held.reservations),
  ...counted('SetAsides', held.setAsides),
  ...counted('UnfinishedPayments', held.unfinishedPayments),
  ...(held.owed > 0 ? [{ _tag: 'Owed', ore: held.owed } as const] : []),
]

const counted = (_tag: Exclude<Obstacle['_tag'], 'Owed'>, count: number): ReadonlyArray<Obstacle> =>
  count > 0 ? [{ _tag, count }] : []
