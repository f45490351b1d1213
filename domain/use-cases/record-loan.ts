import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import { dayOf } from '../values/instant'
import type { LoanId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Lending } from './lend'
import type { Library } from './library'
import { withIds } from './under-key'

/** A loan names a borrower whom the library does not know. */
export interface BorrowerIsUnknown {
  readonly _tag: 'BorrowerIsUnknown'
}

/** Records a loan that has happened: nothing refuses it, and the event says what it was made against. */
export const recordLoan =
  (library: Library) =>
  ({ copy, borrower, branch, at, origin }: Lending): Answer<CopyRefusal | BorrowerIsUnknown, CopyEvent> => {
    const aggregate = copyAggregate(library.policy)
    return withIds(library)({ at, origin }, () => addressOf(aggregate)(copy))((ids) =>
      pipe(
        library.scopes.statisticsOf(monthOf(dayOf(at))),
        TE.bindTo('statistics'),
        TE.bindW('standing', () => library.lookUp.standing(borrower)),
        TE.chainW(({ statistics, standing }): Answer<CopyRefusal | BorrowerIsUnknown, CopyEvent> => {
          if (standing === undefined) return TE.left({ _tag: 'Refused', refusal: { _tag: 'BorrowerIsUnknown' } })
          const loan = ids.next('loan') as LoanId
          const command = { type: 'RecordLoan', loan, statistics, standing, branch, at } as const
          return handle(library.desk)(aggregate)(copy, ids.cause)(command)
        }),
        atGate(library)(borrower),
      ),
    )
  }
