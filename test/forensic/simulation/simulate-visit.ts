import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { renewLoan } from '../../../domain/use-cases/renew-loan'
import { reserveParallelTitles } from '../../../domain/use-cases/reserve-parallel-titles'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { undoLoan } from '../../../domain/use-cases/undo-loan'
import { undoReturn } from '../../../domain/use-cases/undo-return'
import type { BranchId, CopyId } from '../../../domain/values/ids'
import { sumOfOre } from '../../../domain/values/ore'
import type { BorrowerStanding } from '../../../domain/policy/borrower-standing'
import { copiesTable } from '../../../projections/copies/copies-table'
import { reservedCopiesOfBorrower } from '../../../projections/queue/reserved-copy-queries'
import { uniqueLetters } from './made-up-person'
import {
  commandMetadataIn,
  townBranches,
  countDone,
  type SimulatedTown,
  type SimulatedBorrower,
} from './simulated-town'
import { recordVisit } from './ground-truth'

type LoanOfVisitor = Pick<BorrowerStanding['loans'][number], 'copy' | 'loan'>

/** The return was a mistake: the borrower has the copy on loan again, in the same visit. */
const undoOneReturn = async (
  town: SimulatedTown,
  { borrower }: SimulatedBorrower,
  { copy, loan: returned }: LoanOfVisitor,
  branch: BranchId,
  visit: number,
) => {
  const request = { copy, returned, borrower, branch, ...commandMetadataIn(town) }
  const undone = countDone(town)('return undone', await undoReturn(town.system.useCaseDependencies)(request)())
  if (undone === undefined) return
  recordVisit(town.groundTruth)('loan', undone.loan, borrower, visit)
  town.groundTruth.lastLoanOfCopy.set(copy, undone.loan)
}

/** Returns one copy, during a visit or through the returns hatch. Some returns are a mistake, and undone at once. */
export const returnOneCopy = async (
  town: SimulatedTown,
  borrowerInTown: SimulatedBorrower,
  { copy, loan }: LoanOfVisitor,
  visit: number,
) => {
  const branch = town.random.pickOne(townBranches)!
  const back = countDone(town)(
    'returned',
    await returnCopy(town.system.useCaseDependencies)({ copy, branch, ...commandMetadataIn(town) })(),
  )
  if (back === undefined) return
  recordVisit(town.groundTruth)('loan', loan, borrowerInTown.borrower, visit)
  if (town.random.withProbability(0.05)) await undoOneReturn(town, borrowerInTown, { copy, loan }, branch, visit)
}

/** Lends a copy. Some loans are undone at once. Returns the loan; undefined when it was refused or undone. */
export const borrowCopy = async (
  town: SimulatedTown,
  { borrower }: SimulatedBorrower,
  copy: CopyId,
  visit: number,
): Promise<LoanOfVisitor | undefined> => {
  const { useCaseDependencies: library } = town.system
  const branch = townBranches[0]!
  const lent = countDone(town)(
    'lent',
    await lendCopy(library)({ copy, borrower, branch, ...commandMetadataIn(town) })(),
  )
  if (lent === undefined) return undefined
  recordVisit(town.groundTruth)('loan', lent.loan, borrower, visit)
  town.groundTruth.lastLoanOfCopy.set(copy, lent.loan)
  if (!town.random.withProbability(0.03)) return { copy, loan: lent.loan }
  countDone(town)('undone', await undoLoan(library)({ copy, loan: lent.loan, branch, ...commandMetadataIn(town) })())
  return undefined
}

export const paySettlableFees = async (town: SimulatedTown, { borrower, n }: SimulatedBorrower, visit: number) => {
  const { useCaseDependencies: library } = town.system
  const known = await library.decisionQueries.fees(borrower)()
  const owed = known._tag === 'Right' ? known.right.filter(({ ending }) => ending === null) : []
  if (owed.length === 0) return
  const order = `ordre-${uniqueLetters(`${String(n)} ${String(visit)}`)}`
  town.groundTruth.canaries.add(order)
  const bill = { borrower, order, fees: owed.map(({ fee }) => fee), amount: sumOfOre(owed.map(({ amount }) => amount)) }
  const paid = countDone(town)('paid', await payFees(library)({ ...bill, ...commandMetadataIn(town) })())
  if (paid === undefined) return
  recordVisit(town.groundTruth)('payment', paid.payment, borrower, visit)
  for (const { fee } of owed) recordVisit(town.groundTruth)('fee', fee, borrower, visit)
}

export const reserveRandomTitle = async (town: SimulatedTown, { borrower }: SimulatedBorrower, visit: number) => {
  const { title } = town.random.pickOne(town.copies)!
  const wish = { title, borrower, pickUpBranch: undefined, interestUntil: undefined }
  const waits = countDone(town)(
    'reserved',
    await reserveTitle(town.system.useCaseDependencies)({ ...wish, ...commandMetadataIn(town) })(),
  )
  if (waits !== undefined) recordVisit(town.groundTruth)('reservation', waits.reservation, borrower, visit)
}

/** A borrower who wants one of two or three titles reserves them in parallel. */
export const reserveRandomTitlesInParallel = async (
  town: SimulatedTown,
  { borrower }: SimulatedBorrower,
  visit: number,
) => {
  const chosen = Array.from({ length: 2 + town.random.below(2) }, () => town.random.pickOne(town.copies)!.title)
  const wish = { titles: [...new Set(chosen)], borrower, pickUpBranch: undefined, interestUntil: undefined }
  const made = countDone(town)(
    'reserved in parallel',
    await reserveParallelTitles(town.system.useCaseDependencies)({ ...wish, ...commandMetadataIn(town) })(),
  )
  for (const { reservation } of made?.reservations ?? [])
    recordVisit(town.groundTruth)('reservation', reservation, borrower, visit)
}

/** One visit: returns or renews loans, pays, borrows reserved and other copies, reserves. Returns the number of the visit. */
export const simulateVisit = async (
  town: SimulatedTown,
  borrowerInTown: SimulatedBorrower,
  standing: BorrowerStanding,
): Promise<number> => {
  const { random: chance, system } = town
  const visit = (town.visits += 1)
  for (const held of standing.loans) {
    if (!borrowerInTown.neverReturns && chance.withProbability(0.75))
      await returnOneCopy(town, borrowerInTown, held, visit)
    else if (chance.withProbability(0.5)) {
      const renewed = countDone(town)(
        'renewed',
        await renewLoan(system.useCaseDependencies)({ ...held, ...standing, ...commandMetadataIn(town) })(),
      )
      if (renewed !== undefined) recordVisit(town.groundTruth)('loan', held.loan, borrowerInTown.borrower, visit)
    }
  }
  await system.useCaseDependencies.waitForReactions()
  if (chance.withProbability(0.8)) await paySettlableFees(town, borrowerInTown, visit)
  for (const { copy } of reservedCopiesOfBorrower(borrowerInTown.borrower)(system.rows))
    await borrowCopy(town, borrowerInTown, copy, visit)
  for (let wishes = chance.below(4); wishes > 0; wishes--) {
    const free = chance.pickOne(system.rows.find(copiesTable, { where: { status: 'onShelf' } }))
    if (free !== undefined) await borrowCopy(town, borrowerInTown, free.copy, visit)
  }
  if (chance.withProbability(0.35)) await reserveRandomTitle(town, borrowerInTown, visit)
  await system.useCaseDependencies.waitForReactions()
  return visit
}
