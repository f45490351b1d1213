import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin, type CommandMetadata } from '../../../domain/use-cases/command-metadata'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import type { BlockId, BorrowerId } from '../../../domain/values/ids'
import { sumOfOre } from '../../../domain/values/ore'
import { allReservedCopies } from '../../../projections/queue/reserved-copy-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'
import { demoCopies, demoMainBranch, type DemoCopy } from './demo-copies'

/** What the simulation of a day in the demo library needs. */
export interface DemoDayInput {
  readonly library: RunningLibrary
  readonly borrowers: ReadonlyArray<BorrowerId>
  readonly randomBelow: (below: number) => number
  /** The borrower who never returns a copy, so that it is billed as lost. */
  readonly nonReturningBorrower: BorrowerId
}

const currentMetadata = ({ useCaseDependencies: dependencies }: RunningLibrary): CommandMetadata => ({
  at: dependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

const pickRandom = <A>(randomBelow: DemoDayInput['randomBelow'], items: ReadonlyArray<A>): A =>
  items[randomBelow(items.length)] as A

/** Lends a random copy. When lending is refused, the borrower sometimes reserves the title. Refusals are ignored. */
const visitLibrary = async ({ library, borrowers, randomBelow }: DemoDayInput): Promise<void> => {
  const { copy, title } = pickRandom(randomBelow, demoCopies)
  const borrower = pickRandom(randomBelow, borrowers)
  const lent = await lendCopy(library.useCaseDependencies)({
    ...currentMetadata(library),
    copy,
    borrower,
    branch: demoMainBranch,
  })()
  if (lent._tag === 'Left' && randomBelow(3) === 0)
    await reserveTitle(library.useCaseDependencies)({
      ...currentMetadata(library),
      title,
      borrower,
      pickUpBranch: undefined,
      interestUntil: undefined,
    })()
}

const handInCopy = async (
  { library, randomBelow, nonReturningBorrower }: DemoDayInput,
  { copy, branch }: DemoCopy,
): Promise<void> => {
  const loan = await library.useCaseDependencies.decisionQueries.currentLoanOf(copy)()
  const isOut = loan._tag === 'Right' && loan.right !== undefined && loan.right.borrower !== nonReturningBorrower
  if (isOut && randomBelow(16) === 0)
    demoStepOrThrow(await returnCopy(library.useCaseDependencies)({ ...currentMetadata(library), copy, branch })())
}

/** Copies on pull lists are found, copies in transit arrive, and half of those on the pick-up shelf are lent. */
const processReservedCopies = async ({ library, randomBelow }: DemoDayInput): Promise<void> => {
  for (const reservedCopy of allReservedCopies(library.rows)) {
    const { copy, borrower, branch: currentBranch, pickUpBranch, state } = reservedCopy
    const branch = state === 'onPullList' ? currentBranch : pickUpBranch
    if (state === 'inTransit' || state === 'onPullList')
      demoStepOrThrow(await returnCopy(library.useCaseDependencies)({ ...currentMetadata(library), copy, branch })())
    else if (randomBelow(2) === 0)
      await lendCopy(library.useCaseDependencies)({ ...currentMetadata(library), copy, borrower, branch })()
  }
}

const payFeesOfOneBorrower = async ({ library, borrowers, randomBelow }: DemoDayInput): Promise<void> => {
  const borrower = pickRandom(randomBelow, borrowers)
  const fees = demoStepOrThrow(await library.useCaseDependencies.decisionQueries.fees(borrower)()).filter(
    ({ ending }) => ending === null,
  )
  if (fees.length > 0)
    demoStepOrThrow(
      await payFees(library.useCaseDependencies)({
        ...currentMetadata(library),
        borrower,
        order: `demo-${library.useCaseDependencies.commandHandling.random.uuid()}`,
        fees: fees.map(({ fee }) => fee),
        amount: sumOfOre(fees.map(({ amount }) => amount)),
      })(),
    )
}

/** Simulates a day in the demo library: returns, loans, reservations and payments. */
export const simulateDemoDay = async (day: DemoDayInput): Promise<void> => {
  for (const copy of demoCopies) await handInCopy(day, copy)
  await processReservedCopies(day)
  for (let visits = 2 + day.randomBelow(5); visits > 0; visits--) await visitLibrary(day)
  if (day.randomBelow(4) === 0) await payFeesOfOneBorrower(day)
  demoStepOrThrow(await day.library.useCaseDependencies.waitForReactions())
}

/** Blocks a borrower whose card is stolen. */
export const blockDemoBorrowerWithStolenCard = async (
  { library }: DemoDayInput,
  borrower: BorrowerId,
): Promise<void> => {
  demoStepOrThrow(
    await changeBorrower(library.useCaseDependencies)(borrower, currentMetadata(library))((ids) => ({
      type: 'BlockBorrower',
      borrower,
      block: ids.idFor('block') as BlockId,
      reason: 'O',
      note: null,
      at: library.useCaseDependencies.commandHandling.clock.now(),
    }))(),
  )
}
