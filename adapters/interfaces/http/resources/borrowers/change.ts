import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeBorrower, type BorrowerChange } from '../../../../../domain/use-cases/borrower'
import type { Ids } from '../../../../../domain/use-cases/ids'
import { borrowerAggregate } from '../../../../../domain/borrower/aggregate'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { ownOnly } from '../../access/own'
import { etagOf, onlyAt } from '../../edge/etag'
import { underCondition } from '../../edge/precondition'
import type { Failure } from '../../problems/failure'
import type { Answered, Call } from '../../route/call'

type Changing = Call<{ readonly borrower: BorrowerId }, unknown, unknown>

/** Changes what is held on a borrower, if it stands as the caller read it (when the caller says so). */
export const changeWith =
  ({ system: { library }, params: { borrower }, caller, ifMatch, origin }: Changing) =>
  (commandWith: (ids: Ids) => BorrowerChange): TE.TaskEither<Failure, Answered<{ readonly borrower: BorrowerId }>> => {
    const guarded = onlyAt(library, borrowerAggregate(library.policy), borrower)(ifMatch)
    return pipe(
      TE.fromEither(ownOnly(caller)(borrower)),
      TE.chain(() =>
        pipe(
          changeBorrower(guarded)(borrower, { at: library.desk.clock.now(), origin })(commandWith),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      underCondition(ifMatch),
      TE.map(({ revision }) => ({ body: { borrower }, etag: etagOf(revision) })),
    )
  }
