import { borrowerAggregate } from '../borrower/aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerCommand } from '../borrower/decide'
import type { BorrowerRefusal } from '../borrower/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { BorrowerId } from '../values/ids'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Ids } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** What is done for a borrower who is registered. */
export type BorrowerChange = Extract<
  BorrowerCommand,
  { readonly type: 'ChangeContact' | 'ChangePreferences' | 'BlockBorrower' | 'LiftBlock' }
>

/** Carries out a change for a borrower, at the borrower's gate. The command is made from ids that belong to the act. */
export const changeBorrower =
  (library: Library) =>
  (borrower: BorrowerId, acted: Acted) =>
  (commandWith: (ids: Ids) => BorrowerChange): Answer<BorrowerRefusal, BorrowerEvent> => {
    const aggregate = borrowerAggregate(library.policy)
    return withIds(library)(acted, () => addressOf(aggregate)(borrower))((ids) =>
      atGate(library)(borrower)(handle(library.desk)(aggregate)(borrower, ids.cause)(commandWith(ids))),
    )
  }
