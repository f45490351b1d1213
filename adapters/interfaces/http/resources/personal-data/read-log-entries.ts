import * as A from 'fp-ts/Array'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { readEventsOfRecords } from '../../../../../domain/use-cases/read-events-of-records'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { recordsOfBorrower } from '../../../../../projections/held-data/records-of-borrower'
import { deletionClasses } from '../../../../../retention/classes/deletion-classes'
import type { KindOfDataName } from '../../../../../retention/promises/kinds-of-data'
import { logEntriesByKind, type LogEntriesByKind } from '../../../../../retention/promises/log-entries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'

const typesThatBeginRecords: ReadonlySet<string> = new Set(
  Object.values(deletionClasses).flatMap(({ namedBy }) => namedBy),
)

/**
 * Reads the events on a borrower from both logs, by kind of data, with the values that the reader may see. It writes
 * nothing. `isShown`: whether the reader may see a kind.
 */
export const readLogEntries =
  (library: RunningLibrary, isShown: (kind: KindOfDataName) => boolean) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, LogEntriesByKind> => {
    const { useCaseDependencies, rows } = library
    const read = readEventsOfRecords({
      ...useCaseDependencies.commandHandling,
      beginsRecord: (type) => typesThatBeginRecords.has(type),
    })
    return pipe(
      [...recordsOfBorrower(borrower)(rows)],
      A.traverse(TE.ApplicativeSeq)(read),
      TE.bimap(
        (failure): HttpFailure => failure,
        (events) => logEntriesByKind(isShown)(events.flat()),
      ),
    )
  }
