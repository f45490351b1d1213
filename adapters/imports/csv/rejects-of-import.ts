import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import {
  checkRejectsFileIsWritable,
  rejectsNotWritableMessage,
  writeRejects,
  type RejectedCsvRow,
} from './rejects-file'

/** Why a file was not imported, or only in part; the message names nobody. */
export interface ImportProblem {
  readonly kind: 'usage' | 'refused' | 'unavailable'
  readonly message: string
}

/** The files of an import. Paths are absolute. */
interface ImportFiles {
  readonly file: string
  readonly rejects: string
}

export const importUsageProblem = (message: string): ImportProblem => ({ kind: 'usage', message })

/** Checks the path of the rejects file before a library is opened: a mistake in the path makes no library. */
export const checkRejectsOf = ({ rejects, file }: ImportFiles): TE.TaskEither<ImportProblem, void> =>
  pipe(
    checkRejectsFileIsWritable(rejects, file),
    TE.mapLeft((error) => importUsageProblem(rejectsNotWritableMessage(error))),
  )

/** Writes the rejects of an import that has begun. An import that is refused leaves no file. */
export const writeRejectsOf =
  ({ rejects, file }: ImportFiles) =>
  (found: ReadonlyArray<RejectedCsvRow>): TE.TaskEither<ImportProblem, void> =>
    pipe(
      writeRejects(rejects, file)(found),
      TE.mapLeft((error) => importUsageProblem(rejectsNotWritableMessage(error))),
    )

/**
 * Writes the rejects of an import that a problem has interrupted, and fails with that problem. When the rejects file
 * cannot be written either, its message says so too.
 */
export const writeRejectsOfInterrupted =
  (files: ImportFiles, found: ReadonlyArray<RejectedCsvRow>) =>
  (problem: ImportProblem): TE.TaskEither<ImportProblem, never> =>
    pipe(
      writeRejectsOf(files)(found),
      TE.mapLeft(({ message }): ImportProblem => ({ ...problem, message: `${problem.message} ${message}` })),
      TE.chain(() => TE.left(problem)),
    )
