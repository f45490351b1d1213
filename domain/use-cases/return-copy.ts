import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { BranchId, CopyId } from '../values/ids'
import type { Answer } from './answer'
import { atGateOfBorrower } from './borrower-of-copy'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** A copy is handed in at a branch. */
export interface Returning extends Acted {
  readonly copy: CopyId
  readonly branch: BranchId
}

/** Takes a copy back; what follows (a fee, the next in the queue) comes by reactions. */
export const returnCopy =
  (library: Library) =>
  ({ copy, branch, at, origin }: Returning): Answer<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(library.policy)
    return withIds(library)({ at, origin }, () => addressOf(aggregate)(copy))(({ cause }) =>
      atGateOfBorrower(library)(copy)(handle(library.desk)(aggregate)(copy, cause)({ type: 'Return', branch, at })),
    )
  }
