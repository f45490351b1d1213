import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerRefusal } from '../borrower/refusal'
import { addressOf } from '../command-handling/aggregate'
import type { Cause } from '../command-handling/cause'
import { handle } from '../command-handling/handle'
import type { BorrowerId } from '../values/ids'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** A borrower asks to be forgotten. */
export interface RequestingErasure extends Acted {
  readonly borrower: BorrowerId
}

const requestUnder =
  (library: Library) =>
  (borrower: BorrowerId, cause: Cause | undefined): Answer<BorrowerRefusal, BorrowerEvent> =>
    pipe(
      library.lookUp.holdings(borrower),
      TE.chainW((holdings) =>
        handle(library.desk)(borrowerAggregate(library.policy))(borrower, cause)({
          type: 'RequestErasure',
          borrower,
          holdings,
        }),
      ),
    )

/**
 * Waits for all reactors, then checks at the gate what is held and owed: the borrower is erased within a minute, or
 * the answer says what stands in the way. Reactors are waited for outside the gate, since they pass it themselves;
 * what a reaction may still owe counts as owed from the moment of its cause.
 */
export const requestErasure =
  (library: Library) =>
  ({ borrower, at, origin }: RequestingErasure): Answer<BorrowerRefusal, BorrowerEvent> =>
    pipe(
      library.reactionsDone,
      TE.chainW(() =>
        withIds(library)({ at, origin }, () => addressOf(borrowerAggregate(library.policy))(borrower))(({ cause }) =>
          atGate(library)(borrower)(requestUnder(library)(borrower, cause)),
        ),
      ),
    )
