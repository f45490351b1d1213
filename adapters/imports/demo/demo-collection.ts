import { changeFeeCollection } from '../../../domain/use-cases/change-fee-collection'
import { confirmCollectionFile } from '../../../domain/use-cases/confirm-collection-file'
import { makeCollectionFile } from '../../../domain/use-cases/make-collection-file'
import { printLetter } from '../../../domain/use-cases/print-letter'
import type { CollectionFileId } from '../../../domain/values/ids'
import { unsettledFeesOfBorrower } from '../../../projections/fees/fee-queries'
import { pendingLegalNotices } from '../../../projections/messages/message-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers } from './demo-records-for-examples'
import { demoCommandMetadata, idOfDemoBorrower } from './run-use-cases-in-demo'

const requestNotice = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOfDemoBorrower(library, of)
  const metadata = demoCommandMetadata(library)
  const on = library.useCaseDependencies.commandHandling.clock.today()
  for (const { fee } of unsettledFeesOfBorrower(borrower)(library.rows)) {
    const request = { type: 'RequestCollectionNotice', fee, role: 'staff', on } as const
    demoStepOrThrow(await changeFeeCollection(library.useCaseDependencies)(borrower, metadata)(request)())
  }
}

/** The borrowers of the demo have no CPR number, so that Digital Post takes nothing for them: staff print the notice. */
const printNotice = async (library: RunningLibrary, of: DemoBorrower): Promise<void> => {
  const borrower = idOfDemoBorrower(library, of)
  for (const notice of pendingLegalNotices(library.rows))
    if (notice.borrower === borrower && notice.kind === 'collectionNotice')
      demoStepOrThrow(
        await printLetter(library.useCaseDependencies)({ ...demoCommandMetadata(library), message: notice.message })(),
      )
}

/** Makes a file to the collector, if the policy names one. */
const makeFile = async ({ useCaseDependencies }: RunningLibrary): Promise<CollectionFileId | undefined> => {
  const { policy, commandHandling } = useCaseDependencies
  if (policy(commandHandling.clock.today()).collection.recipient === null) return undefined
  return demoStepOrThrow(await makeCollectionFile(useCaseDependencies)()).file
}

const handOutFile = async (library: RunningLibrary): Promise<void> => {
  const file = await makeFile(library)
  if (file !== undefined) demoStepOrThrow(await confirmCollectionFile(library.useCaseDependencies)(file)())
}

const { withDebtPassedOn, withDebtInCollectionFile, withDebtReadyForCollection } = exampleBorrowers

const steps: Readonly<Record<number, (library: RunningLibrary) => Promise<unknown>>> = {
  60: (library) => requestNotice(library, withDebtPassedOn),
  61: (library) => printNotice(library, withDebtPassedOn),
  80: handOutFile,
  81: (library) => requestNotice(library, withDebtInCollectionFile),
  82: (library) => printNotice(library, withDebtInCollectionFile),
  99: (library) => requestNotice(library, withDebtReadyForCollection),
  100: (library) => printNotice(library, withDebtReadyForCollection),
  101: makeFile,
}

/**
 * What a day of the demo does for the collection of debts: on the last day one debt is at the collector, one is in a file that
 * nobody has handed out, and one is ready to be passed on. Without a collector in the policy, their notices are sent.
 */
export const simulateDemoCollectionOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
  await steps[day]?.(library)
}
