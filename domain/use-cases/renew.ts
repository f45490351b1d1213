import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { addressOf } from '../command-handling/aggregate'
import type { Cause } from '../command-handling/cause'
import { handle } from '../command-handling/handle'
import { load } from '../command-handling/load'
import type { BorrowerId, CopyId, LoanId, TitleId } from '../values/ids'
import { titleAggregate } from '../title/aggregate'
import { othersWaiting } from '../title/queue'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** A borrower asks to keep a copy longer. */
export interface Renewing extends Acted {
  readonly copy: CopyId
  readonly loan: LoanId
  readonly title: TitleId
  readonly borrower: BorrowerId
}

const waitingFor =
  (library: Library) =>
  ({ title, borrower }: Renewing) =>
    pipe(
      load(library.desk)(titleAggregate(library.policy))(title),
      TE.map(({ state }) => othersWaiting(borrower)(state)),
    )

const renewUnder =
  (library: Library, cause: Cause | undefined) =>
  (renewing: Renewing): Answer<CopyRefusal, CopyEvent> => {
    const { copy, loan, borrower, at } = renewing
    return pipe(
      TE.Do,
      TE.bindW('standing', () => library.lookUp.standing(borrower)),
      TE.bindW('waiting', () => waitingFor(library)(renewing)),
      TE.chainW(({ standing, waiting }) =>
        handle(library.desk)(copyAggregate(library.policy))(copy, cause)({
          type: 'Renew',
          loan,
          standing,
          waiting,
          at,
        }),
      ),
      atGate(library)(borrower),
    )
  }

/** Renews a loan at the borrower's gate, or is denied with one of the eight other answers. */
export const renew =
  (library: Library) =>
  (renewing: Renewing): Answer<CopyRefusal, CopyEvent> =>
    withIds(library)(renewing, () => addressOf(copyAggregate(library.policy))(renewing.copy))(({ cause }) =>
      renewUnder(library, cause)(renewing),
    )
