import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerById, type BorrowerRecord } from '../../../../../projections/borrowers/borrower-record-queries'

import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'

/** Answers a borrower whom the path names and who does not exist, or is erased, as unknown (404). */
export const checkBorrowerExists =
  (library: RunningLibrary) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, unknown> =>
    pipe(
      readCaughtUpRows(library),
      TE.chainEitherK((rows) =>
        requireFound<BorrowerRecord>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(borrowerById(borrower)(rows)),
      ),
    )
