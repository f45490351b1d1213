import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { handle } from '../handling/handle'
import type { BranchId, CopyId } from '../language/ids'
import type { Answer } from './answer'
import { atGateOfBorrower } from './borrower-of-copy'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** A copy is handed in at a branch. */
export interface Returning extends Acted {
  readonly copy: CopyId
  readonly branch: BranchId
}

/** Takes a copy back; what follows (a fee, the next in the queue) comes by reactions. */
export const returnCopy =
  (library: Library) =>
  ({ copy, branch, at, origin }: Returning): Answer<CopyRefusal, CopyEvent> =>
    pipe(
      idsOf(library)({ at, origin }),
      TE.chainW(({ cause }) =>
        handle(library.desk)(copyAggregate(library.policy))(copy, cause)({ type: 'Return', branch, at }),
      ),
      atGateOfBorrower(library)(copy),
    )
