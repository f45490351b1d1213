import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { BranchId, CopyId, LoanId } from '../values/ids'
import type { Answer } from './answer'
import { atGateOfBorrower } from './borrower-of-copy'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** A loan of today was a mistake; the copy is put back at a branch. */
export interface Undoing extends Acted {
  readonly copy: CopyId
  readonly loan: LoanId
  readonly branch: BranchId
}

/** Undoes a loan made by mistake; the reservation it had fulfilled is made anew by a reaction. */
export const undoLoan =
  (library: Library) =>
  ({ copy, loan, branch, at, origin }: Undoing): Answer<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(library.policy)
    return withIds(library)({ at, origin }, () => addressOf(aggregate)(copy))(({ cause }) =>
      atGateOfBorrower(library)(copy)(
        handle(library.desk)(aggregate)(copy, cause)({ type: 'UndoLoan', loan, branch, at }),
      ),
    )
  }
