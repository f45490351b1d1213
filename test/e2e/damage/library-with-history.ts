import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import type { BorrowerId, CopyId, TitleId } from '../../../domain/values/ids'
import type { Ore } from '../../../domain/values/ore'
import { addDays } from '../../../domain/values/day'
import {
  addCopiesAndBorrowers,
  crashBranch,
  crashCopies,
  crashTitles,
  openOptionsWithAlarm,
} from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { borrowerIdsOf } from '../errors/prepared-folder'
import { nowOnce } from '../use-case-steps'

const at = <A>(list: ReadonlyArray<A>, index: number): A => {
  const item = list[index]
  if (item === undefined) throw new Error('the list is too short')
  return item
}

export const lend = (library: RunningLibrary) => (copy: CopyId, borrower: BorrowerId) =>
  lendCopy(library.useCaseDependencies)({ copy, borrower, branch: crashBranch, ...nowOnce(library) })()

const bringBack = (library: RunningLibrary) => (copy: CopyId) =>
  returnCopy(library.useCaseDependencies)({ copy, branch: crashBranch, ...nowOnce(library) })()

const reserve = (library: RunningLibrary) => (title: TitleId, borrower: BorrowerId) =>
  reserveTitle(library.useCaseDependencies)({
    ...{ title, borrower, pickUpBranch: undefined, interestUntil: undefined },
    ...nowOnce(library),
  })()

const forward = async (library: RunningLibrary, days: number): Promise<void> => {
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  const today = library.useCaseDependencies.commandHandling.clock.today()
  rightOrThrow(await library.clock.moveTo(addDays(days)(today), () => undefined)())
}

const payEverything = async (library: RunningLibrary, borrower: BorrowerId): Promise<void> => {
  const fees = rightOrThrow(await library.useCaseDependencies.decisionQueries.fees(borrower)())
  const owed = fees.filter(({ ending }) => ending === null)
  if (owed.length === 0) return
  const amount = owed.reduce((sum, fee) => sum + fee.amount, 0) as Ore
  const payment = { borrower, order: `order-${borrower}`, fees: owed.map(({ fee }) => fee), amount }
  rightOrThrow(await payFees(library.useCaseDependencies)({ ...payment, ...nowOnce(library) })())
}

/** Loans in time and late, fees paid and owed, bills, reservations, closed days and months, erasures with certificates. */
const liveForMonths = async (library: RunningLibrary): Promise<void> => {
  const borrowers = borrowerIdsOf(library)
  const [bring, hold] = [bringBack(library), lend(library)]
  for (let index = 0; index < 16; index += 1) rightOrThrow(await hold(at(crashCopies, index), at(borrowers, index)))
  await forward(library, 1)
  for (let index = 0; index < 4; index += 1) rightOrThrow(await bring(at(crashCopies, index)))
  for (let index = 0; index < 4; index += 1)
    rightOrThrow(await reserve(library)(at(crashTitles, index), at(borrowers, 20 + (index % 2))))
  await forward(library, 4)
  for (let index = 4; index < 12; index += 1) rightOrThrow(await bring(at(crashCopies, index)))
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  for (let index = 4; index < 8; index += 1) await payEverything(library, at(borrowers, index))
  await forward(library, 33)
  for (let index = 0; index < 4; index += 1) await hold(at(crashCopies, 40 + index), at(borrowers, index))
  for (let index = 4; index < 8; index += 1) await hold(at(crashCopies, 40 + index), at(borrowers, index))
  await forward(library, 1)
  for (let index = 4; index < 6; index += 1) rightOrThrow(await bring(at(crashCopies, 40 + index)))
  rightOrThrow(
    await requestErasure(library.useCaseDependencies)({ borrower: at(borrowers, 23), ...nowOnce(library) })(),
  )
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  await library.retention.run()
}

/** Makes the closed folder of a library with a history of about six weeks. */
export const makeLibraryWithHistory = async (folder: string): Promise<void> => {
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => {
      throw new Error(`alarm: ${kind}`)
    }),
  )
  await addCopiesAndBorrowers(library)
  rightOrThrow(await library.catchUpReadModels())
  await liveForMonths(library)
  await library.close()
}
