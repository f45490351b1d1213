import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { handle } from '../handling/handle'
import { load } from '../handling/load'
import type { BorrowerId, CopyId, LoanId, TitleId } from '../language/ids'
import type { Standing } from '../policy/standing'
import { titleAggregate } from '../title/aggregate'
import { othersWaiting } from '../title/queue'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

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

const decideWith =
  (library: Library) =>
  ({ copy, loan, at, origin }: Renewing, standing: Standing | undefined, waiting: number) =>
    pipe(
      idsOf(library)({ at, origin }),
      TE.chainW(({ cause }) =>
        handle(library.desk)(copyAggregate(library.policy))(copy, cause)({
          type: 'Renew',
          loan,
          standing,
          waiting,
          at,
        }),
      ),
    )

/** Renews a loan at the borrower's gate, or is denied with one of the eight other answers. */
export const renew =
  (library: Library) =>
  (renewing: Renewing): Answer<CopyRefusal, CopyEvent> =>
    pipe(
      TE.Do,
      TE.bindW('standing', () => library.lookUp.standing(renewing.borrower)),
      TE.bindW('waiting', () => waitingFor(library)(renewing)),
      TE.chainW(({ standing, waiting }) => decideWith(library)(renewing, standing, waiting)),
      atGate(library)(renewing.borrower),
    )
