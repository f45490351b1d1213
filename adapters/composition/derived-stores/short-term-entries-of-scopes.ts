import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ShortTermStore } from '../../../domain/ports/short-term-store'
import type { PortFailed } from '../../../retention/erasing/erasing-ports'

const storeFailed = (): PortFailed => ({ _tag: 'PortFailed', reason: 'the short-term store does not answer' })

/** Entries are of borrowers and guardians: the end of any other scope takes none. */
const personsAmong = (scopes: ReadonlyArray<PartScope>): ReadonlyArray<string> =>
  scopes.filter(({ class: name }) => name === 'borrower' || name === 'guardian').map(({ scope }) => scope)

/** Removes the entries of the borrowers and guardians among scopes: their sessions end in every process. */
export const removeShortTermEntriesOfScopes =
  ({ removeOfSubject }: Pick<ShortTermStore, 'removeOfSubject'>) =>
  (scopes: ReadonlyArray<PartScope>): TE.TaskEither<PortFailed, void> =>
    pipe(
      personsAmong(scopes),
      TE.traverseSeqArray(removeOfSubject),
      TE.bimap(storeFailed, () => undefined),
    )

/** How many entries the borrowers and guardians among scopes have. */
export const countShortTermEntriesOfScopes =
  ({ countOfSubject }: Pick<ShortTermStore, 'countOfSubject'>) =>
  (scopes: ReadonlyArray<PartScope>): TE.TaskEither<PortFailed, number> =>
    pipe(
      personsAmong(scopes),
      TE.traverseSeqArray(countOfSubject),
      TE.bimap(storeFailed, (counts) => counts.reduce((total, count) => total + count, 0)),
    )
