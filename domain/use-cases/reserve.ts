import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { holdingsOf } from '../copy/holdings'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { Day } from '../values/day'
import type { BorrowerId, BranchId, ReservationId, TitleId } from '../values/ids'
import { titleAggregate } from '../title/aggregate'
import type { TitleRefusal } from '../title/refusal'
import type { TitleEvent } from '../title/title-event'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import { copiesOfTitle } from './copies-of-title'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** A borrower asks to wait for a title. */
export interface Reserving extends Acted {
  readonly title: TitleId
  readonly borrower: BorrowerId
  /** The home branch, when none is named. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when no day is named. */
  readonly interestUntil: Day | undefined
}

/** Puts a borrower at the end of the queue for a title. */
export const reserve =
  (library: Library) =>
  ({
    title,
    borrower,
    pickUpBranch,
    interestUntil,
    at,
    origin,
  }: Reserving): Answer<TitleRefusal, TitleEvent, { readonly reservation: ReservationId }> => {
    const aggregate = titleAggregate(library.policy)
    return withIds(library)({ at, origin }, () => addressOf(aggregate)(title))((ids) => {
      const reservation = ids.next('reservation') as ReservationId
      return pipe(
        TE.Do,
        TE.bindW('standing', () => library.lookUp.standing(borrower)),
        TE.bindW('copies', () => copiesOfTitle(library)(title)),
        TE.chainW(({ standing, copies }) =>
          handle(library.desk)(aggregate)(title, ids.cause)({
            type: 'Reserve',
            reservation,
            title,
            standing,
            holdings: holdingsOf(library.policy)(copies),
            pickUpBranch,
            interestUntil,
            at,
          }),
        ),
        TE.map((handled) => ({ ...handled, reservation })),
        atGate(library)(borrower),
      )
    })
  }
