import { changeCopy } from '../../../domain/use-cases/change-copy'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { recordUnmatchedAct } from '../../../domain/use-cases/record-unmatched-act'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import type { BorrowerId, BranchId, LoanId } from '../../../domain/values/ids'
import { cardByNumber } from '../../../projections/borrowers/borrower-record-queries'
import { runningLoanOfCopy } from '../../../projections/loans/loan-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import type { DemoCopy } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { unusedDemoCardNumber } from './demo-records-for-examples'

export const demoCommandMetadata = (library: RunningLibrary) => ({
  at: library.useCaseDependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

export const idOfDemoBorrower = ({ rows }: RunningLibrary, { card }: DemoBorrower): BorrowerId =>
  cardByNumber(card)(rows)?.borrower ?? ('' as BorrowerId)

export const lendDemoCopy = async (
  library: RunningLibrary,
  { copy, branch }: DemoCopy,
  borrower: DemoBorrower,
): Promise<void> => {
  const request = { ...demoCommandMetadata(library), copy, branch, borrower: idOfDemoBorrower(library, borrower) }
  demoStepOrThrow(await lendCopy(library.useCaseDependencies)(request)())
}

export const returnDemoCopy = async (library: RunningLibrary, { copy, branch }: DemoCopy): Promise<void> => {
  demoStepOrThrow(await returnCopy(library.useCaseDependencies)({ ...demoCommandMetadata(library), copy, branch })())
}

/** The borrower says that a copy on loan was returned. */
export const claimDemoCopyReturned = async (library: RunningLibrary, { copy }: DemoCopy): Promise<void> => {
  const loan = runningLoanOfCopy(copy)(library.rows)?.loan ?? ('' as LoanId)
  const { at, origin } = demoCommandMetadata(library)
  const claim = { type: 'ClaimReturned', loan, at } as const
  demoStepOrThrow(await changeCopy(library.useCaseDependencies)(copy, { at, origin })(claim)())
}

export const reserveDemoTitle = async (
  library: RunningLibrary,
  { title }: DemoCopy,
  borrower: DemoBorrower,
  pickUpBranch: BranchId,
): Promise<void> => {
  const request = {
    ...demoCommandMetadata(library),
    title,
    borrower: idOfDemoBorrower(library, borrower),
    pickUpBranch,
    interestUntil: undefined,
  }
  demoStepOrThrow(await reserveTitle(library.useCaseDependencies)(request)())
}

/** A machine that was offline lent a copy to a card that nobody has: a case for staff. */
export const recordDemoUnmatchedAct = async (library: RunningLibrary, { copy, branch }: DemoCopy): Promise<void> => {
  const { at, origin } = demoCommandMetadata(library)
  const act = { act: 'loan', because: 'borrowerUnknown', at, branch, presented: unusedDemoCardNumber } as const
  demoStepOrThrow(await recordUnmatchedAct(library.useCaseDependencies)(copy, { at, origin })(act)())
}
