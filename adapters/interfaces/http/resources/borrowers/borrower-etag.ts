import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/borrower-aggregate'
import type { BorrowerState } from '../../../../../domain/borrower/borrower-state'
import { loadAggregate, type LoadedState } from '../../../../../domain/command-handling/load-aggregate'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { Revision } from '../../../../../domain/ports/event-store'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { etagOfRevision } from '../../request-handling/etag'
import { readCaughtUpRows } from '../read-caught-up-rows'

type LoadedBorrower = Pick<LoadedState<BorrowerState>, 'state' | 'revision'>

/**
 * The ETag of a part of a borrower, at a revision of the stream. For an earlier revision than the loaded one it may be one
 * that the part never had, and never one that it has later.
 */
export type BorrowerEtag = (loaded: LoadedBorrower, revision?: Revision) => string

const noteChangesOf = ({ state }: LoadedBorrower): number => (state._tag === 'Registered' ? state.noteChanges : 0)

/**
 * The ETag of everything but the notes. It counts no change of notes: a borrower, who reads it, must not learn from it that
 * staff wrote an internal note.
 */
export const recordEtag: BorrowerEtag = (loaded, revision = loaded.revision) =>
  etagOfRevision(revision - noteChangesOf(loaded))

/** The ETag of the notes. Nothing but a change of notes changes it. */
export const notesEtag: BorrowerEtag = (loaded, revision = loaded.revision) =>
  `n${String(noteChangesOf(loaded) - (loaded.revision - revision))}`

/** The ETag of what is known of guardians. Nothing else changes it: so a guardian learns nothing else of the child from it. */
export const guardianEtag: BorrowerEtag = (loaded, revision = loaded.revision) => {
  const changes = loaded.state._tag === 'Registered' ? loaded.state.guardianChanges : 0
  return `g${String(changes - (loaded.revision - revision))}`
}

/** A borrower as the log has them now; without events when nobody is registered. */
export const loadBorrower =
  ({ useCaseDependencies }: Pick<RunningLibrary, 'useCaseDependencies'>) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, LoadedBorrower> =>
    pipe(
      loadAggregate(useCaseDependencies.commandHandling)(borrowerAggregate(useCaseDependencies.policy))(borrower),
      TE.mapLeft((failure): HttpFailure => failure),
    )

/** Reads the ETag first and the rows second, so that the ETag is never newer than the rows. */
export const readRowsAndBorrowerEtag =
  (library: RunningLibrary, etagOf: BorrowerEtag) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, { readonly etag: string; readonly rows: ReadModelRows }> =>
    pipe(
      loadBorrower(library)(borrower),
      TE.map((loaded) => ({ etag: etagOf(loaded) })),
      TE.bind('rows', () => readCaughtUpRows(library)),
    )
