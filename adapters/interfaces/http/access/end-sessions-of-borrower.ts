import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ShortTermStore, ShortTermStoreError } from '../../../../domain/ports/short-term-store'
import type { BorrowerId } from '../../../../domain/values/ids'
import { sessionKey, useKey } from './session-keys'

/** Ends a session on the website, in every process. */
export const endSession =
  ({ remove }: Pick<ShortTermStore, 'remove'>) =>
  (id: string): TE.TaskEither<ShortTermStoreError, void> =>
    pipe(
      remove(sessionKey(id)),
      TE.flatMap(() => remove(useKey(id))),
    )

/**
 * Ends every session of a borrower on the website, in every process, but the one with the id `besides`. It reads every entry
 * of the short-term store.
 */
export const endSessionsOfBorrower =
  ({ list, remove }: Pick<ShortTermStore, 'list' | 'remove'>) =>
  (borrower: BorrowerId, besides: string | undefined): TE.TaskEither<ShortTermStoreError, void> =>
    pipe(
      list('session'),
      TE.map((entries) => entries.filter(({ subject, key: { id } }) => subject === borrower && id !== besides)),
      TE.flatMap(TE.traverseArray(({ key: { id } }) => endSession({ remove })(id))),
      TE.map(() => undefined),
    )
