import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerCommand } from '../borrower/decide'
import type { BorrowerRefusal } from '../borrower/refusal'
import { handle } from '../handling/handle'
import type { BorrowerId } from '../language/ids'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import { idsOf, type Ids } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** What is done for a borrower who is registered. */
export type BorrowerChange = Extract<
  BorrowerCommand,
  { readonly type: 'ChangeContact' | 'ChangePreferences' | 'BlockBorrower' | 'LiftBlock' }
>

/** Carries out a change for a borrower, at the borrower's gate. The command is made from ids that belong to the act. */
export const changeBorrower =
  (library: Library) =>
  (borrower: BorrowerId, acted: Acted) =>
  (commandWith: (ids: Ids) => BorrowerChange): Answer<BorrowerRefusal, BorrowerEvent> =>
    pipe(
      idsOf(library)(acted),
      TE.chainW((ids) =>
        handle(library.desk)(borrowerAggregate(library.policy))(borrower, ids.cause)(commandWith(ids)),
      ),
      atGate(library)(borrower),
    )
