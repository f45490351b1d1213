import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { seededRandom } from './seeded-random'
import { blockDemoBorrowerWithStolenCard, simulateDemoDay, type DemoDayInput } from './simulate-demo-day'
import { simulateExamplesOnDay, simulateDemoExamplesOfLastDay } from './simulate-examples'
import { demoStepOrThrow } from './demo-step-or-throw'
import { addDemoCopiesAndBorrowers } from './add-demo-copies-and-borrowers'
import { demoCopies, demoMainBranch } from './demo-copies'

/** The first day of the demo library, and the number of simulated days. */
export const demoFirstDay = '2026-01-02' as Day
export const demoDayCount = 120

const seed = 2026
const dayOfStolenCard = 40

const lendCopyThatIsLost = async (library: RunningLibrary, nonReturningBorrower: BorrowerId): Promise<void> => {
  const [copy] = demoCopies
  if (copy === undefined) return
  const at = library.useCaseDependencies.commandHandling.clock.now()
  demoStepOrThrow(
    await lendCopy(library.useCaseDependencies)({
      at,
      origin: unkeyedOrigin,
      copy: copy.copy,
      borrower: nonReturningBorrower,
      branch: demoMainBranch,
    })(),
  )
}

/**
 * Fills a new library with 120 simulated days of loans, queues, late returns, fees, payments, a block and a lost book.
 * Each day is closed, and the data due on it is erased. Beside it stands an example for each command. The result is
 * always the same except for ids.
 */
export const makeDemoLibrary = async (library: RunningLibrary, reportDay: (day: number) => void): Promise<void> => {
  const borrowers = await addDemoCopiesAndBorrowers(library)
  const [nonReturningBorrower, borrowerWithStolenCard, ...others] = borrowers as [
    BorrowerId,
    BorrowerId,
    ...BorrowerId[],
  ]
  const day: DemoDayInput = { library, borrowers: others, randomBelow: seededRandom(seed), nonReturningBorrower }
  await lendCopyThatIsLost(library, nonReturningBorrower)
  for (let count = 1; count <= demoDayCount; count++) {
    await simulateDemoDay(day)
    await simulateExamplesOnDay(library, count)
    if (count === dayOfStolenCard) await blockDemoBorrowerWithStolenCard(day, borrowerWithStolenCard)
    demoStepOrThrow(await library.clock.moveTo(addDays(count)(demoFirstDay), () => undefined)())
    // As a service does: days later it would be too late.
    await library.messages.sendPending({})
    reportDay(count)
  }
  await simulateDemoExamplesOfLastDay(library)
}
