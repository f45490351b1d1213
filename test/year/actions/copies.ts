import { changeCopy, type CopyCommandOfStaff } from '../../../domain/use-cases/change-copy'
import { noonOf } from '../../../domain/values/instant'
import { copiesTable, type CopyStatus } from '../../../projections/copies/copies-table'
import type { TrueLoan } from '../ground-truth/ground-truth'
import type { TrueFee } from '../ground-truth/true-fees'
import { anyBranch, attempt, metadataIn, todayIn, type SimulatedYear } from '../simulated-year'
import { claimEndsOn } from '../ground-truth/end-days'
import { endScope } from '../ground-truth/scopes'
import { endLoan } from './loans'
import { settleFee } from './fees'
import { policyOfYear } from '../simulated-year'

const change = (year: SimulatedYear, kind: string, copy: TrueLoan['copy'], command: CopyCommandOfStaff) => {
  year.copyHandledOn.set(copy, todayIn(year))
  return attempt(year, kind, changeCopy(year.library.useCaseDependencies)(copy, metadataIn(year))(command))
}

const anyCopyThatIs = ({ library, random }: SimulatedYear, status: CopyStatus): TrueLoan['copy'] | undefined =>
  random.pickOne(library.rows.find(copiesTable, { where: { status }, limit: 50 }))?.copy

/** "Returning the item later cancels the compensation"; if it was paid, the price goes back. Handling is not given back. */
const cancelCompensation = (year: SimulatedYear, fee: TrueFee): void => {
  const { groundTruth } = year
  const amount = fee.amount - policyOfYear.fees.handlingFee
  if (fee.settledOn === null) settleFee(year, fee, 'cancelled')
  else if (fee.ending === 'paid' && groundTruth.scopes.has(fee.fee) && amount > 0)
    groundTruth.expectedReimbursements.push({ borrower: fee.borrower, amount })
}

/** One of the lost copies is found. */
export const findLostCopy = async (year: SimulatedYear): Promise<void> => {
  const copy = anyCopyThatIs(year, 'lost')
  if (copy === undefined) return
  const command = { type: 'Find', branch: anyBranch(year), day: todayIn(year) } as const
  if ((await change(year, 'lost copy found', copy, command)) === undefined) return
  for (const fee of year.groundTruth.fees.values())
    if (fee.kind === 'compensation' && fee.copies.includes(copy) && !year.groundTruth.erased.has(fee.borrower))
      cancelCompensation(year, fee)
  await year.library.useCaseDependencies.waitForReactions()
}

/** A copy that is on no loan is not where it should be; another one is found again. */
export const missAndFindCopies = async (year: SimulatedYear): Promise<void> => {
  const copy = anyCopyThatIs(year, 'onShelf')
  const found = anyCopyThatIs(year, 'missing')
  if (copy !== undefined) await change(year, 'copy missing', copy, { type: 'RecordMissing', day: todayIn(year) })
  const find = { type: 'Find', branch: anyBranch(year), day: todayIn(year) } as const
  if (found !== undefined) await change(year, 'missing copy found', found, find)
}

export const withdrawCopy = async (year: SimulatedYear): Promise<void> => {
  const copy = anyCopyThatIs(year, 'onShelf')
  if (copy !== undefined) await change(year, 'copy withdrawn', copy, { type: 'Withdraw' })
}

/** The borrower says that a copy was returned. Only of loans that are not overdue: no fee depends on the claim. */
export const claimReturned = async (year: SimulatedYear, loan: TrueLoan): Promise<void> => {
  const today = todayIn(year)
  if (loan.claimedOn !== null || today >= loan.dueOn) return
  const command = { type: 'ClaimReturned', loan: loan.loan, at: noonOf(today) } as const
  if ((await change(year, 'claimed returned', loan.copy, command)) === undefined) return
  loan.claimedOn = today
  endScope(year.groundTruth, loan.loan, claimEndsOn(today))
}

/** A copy that was claimed returned is found: the loan counts as ended on the day of the claim. */
export const findClaimedCopy = async (year: SimulatedYear, loan: TrueLoan): Promise<void> => {
  if (loan.claimedOn === null) return
  const command = { type: 'Find', branch: anyBranch(year), day: todayIn(year) } as const
  if ((await change(year, 'claimed copy found', loan.copy, command)) === undefined) return
  endLoan(year, loan, 'claimed', loan.claimedOn)
}
