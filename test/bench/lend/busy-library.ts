import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { closePrimaryStores } from '../../../adapters/composition/stores/primary-stores'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId, CopyId, TitleId } from '../../../domain/values/ids'
import { openCodedStores } from '../../fixtures/open-coded-stores'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { benchBranch } from './bench-branch'
import { writeCopyHistories, type CopyHistory } from './write-copy-histories'
import { runWithCallers } from './run-with-callers'

/** Copies with the same number of past loans. */
export interface CopiesWithPast {
  readonly loans: number
  readonly copies: ReadonlyArray<CopyId>
}

/** A library on real stores, with borrowers and copies that have many past loans. */
export interface BusyLibrary {
  readonly library: RunningLibrary
  readonly copiesByPast: ReadonlyArray<CopiesWithPast>
  readonly borrowers: ReadonlyArray<BorrowerId>
}

/** The day on which the library opens. */
export const busyLibraryFirstDay = '2026-06-01' as Day

const createCopyHistories = (series: number, copies: number, loans: number): ReadonlyArray<CopyHistory> =>
  Array.from({ length: copies }, (_, at) => ({
    copy: String(3_000_000_000 + series * 100_000 + at) as CopyId,
    title: String(50_000_000 + series * 100_000 + at) as TitleId,
    branch: benchBranch,
    loans,
  }))

/** Registers borrowers with 64 callers. */
export const registerAll = async (
  { useCaseDependencies: dependencies }: RunningLibrary,
  count: number,
): Promise<ReadonlyArray<BorrowerId>> => {
  const borrowerIds: BorrowerId[] = []
  const numbers = Array.from({ length: count }, (_, at) => String(100_000 + at))
  await runWithCallers(64)(numbers, async (number) => {
    const registered = await registerBorrower(dependencies)({
      person: {
        number,
        cpr: null,
        name: 'Canary Kanariefugl',
        birthDate: '1980-02-03' as Day,
        group: 'adult',
        municipality: null,
        homeBranch: benchBranch,
        language: 'da',
      },
      contactDetails: {
        careOf: null,
        address: null,
        phones: [],
        mobileForNotices: null,
        emails: [],
        emailForNotices: null,
      },
      presentedCard: { number: `K-${number}`, pin: null },
      at: dependencies.commandHandling.clock.now(),
      origin: unkeyedOrigin,
    })()
    borrowerIds.push(rightOrThrow(registered).borrower)
  })
  return borrowerIds
}

/** Opens a library in a new folder, with a number of borrowers, and a number of copies for each length of history. */
export const openBusyLibrary = async (
  parent: string,
  pasts: ReadonlyArray<number>,
  copies: number,
  borrowers: number,
): Promise<BusyLibrary> => {
  const folder = path.join(parent, randomUUID())
  await (await openLibraryIn(folder, { startOn: busyLibraryFirstDay })).close()
  const histories = pasts.map((loans, index) => createCopyHistories(index, copies, loans))
  const stores = await openCodedStores(folder)
  await writeCopyHistories(stores.logs.circulation, histories.flat())
  await closePrimaryStores(stores)
  const library = await openLibraryIn(folder, { startOn: busyLibraryFirstDay })
  return {
    library,
    copiesByPast: histories.map((history, index) => ({
      loans: pasts[index] ?? 0,
      copies: history.map(({ copy }) => copy),
    })),
    borrowers: await registerAll(library, borrowers),
  }
}
