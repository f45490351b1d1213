import * as E from 'fp-ts/Either'
import type { BorrowerId } from '../../../../domain/values/ids'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import type { Caller } from '../tokens/caller'

/**
 * A borrower sees and changes what is their own, and nothing else. What belongs to nobody (undefined) is refused to a
 * borrower in the same words, so that the answer does not tell whether it exists.
 */
export const ownOnly =
  (caller: Caller) =>
  (owner: BorrowerId | undefined): E.Either<Failure, void> =>
    caller.role === 'borrower' && caller.subject !== owner ? E.left(edge('NotYourOwn')) : E.right(undefined)
