import {
  addCopiesAndBorrowers,
  openOptionsWithAlarm,
  crashBranch,
  crashCopies,
  emptyContact,
  personWithCard,
} from '../../crash/crash-library'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { borrowerById, pageOfBorrowers } from '../../../projections/borrowers/borrower-record-queries'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'

export { crashBranch, crashCopies, emptyContact, personWithCard }

/** The ids of the borrowers of a prepared library. */
export const borrowerIdsOf = (library: RunningLibrary): ReadonlyArray<BorrowerId> =>
  pageOfBorrowers(undefined, 100)(library.rows).map(({ borrower }) => borrower)

/** The names of the borrowers, in the order of their ids. */
export const borrowerNamesOf = (library: RunningLibrary): ReadonlyArray<string | undefined> =>
  borrowerIdsOf(library).map((borrower) => borrowerById(borrower)(library.rows)?.name)

export const lendTo = (library: RunningLibrary) => (copy: CopyId, borrower: BorrowerId) =>
  lendCopy(library.useCaseDependencies)({
    copy,
    borrower,
    branch: crashBranch,
    at: library.useCaseDependencies.commandHandling.clock.now(),
    origin: unkeyedOrigin,
  })()

/** A closed folder of a library with copies, borrowers and one loan. */
export const withPreparedFolder = <A>(use: (folder: string) => Promise<A>): Promise<A> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(
      folder,
      openOptionsWithAlarm(() => undefined),
    )
    await addCopiesAndBorrowers(library)
    rightOrThrow(await library.catchUpReadModels())
    rightOrThrow(await lendTo(library)(crashCopies[0] as CopyId, borrowerIdsOf(library)[0] as BorrowerId))
    rightOrThrow(await library.catchUpReadModels())
    await library.close()
    return use(folder)
  })
