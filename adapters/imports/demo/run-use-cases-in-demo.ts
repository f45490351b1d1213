import { changeCopy } from '../../../domain/use-cases/change-copy'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { recordUnmatchedAct } from '../../../domain/use-cases/record-unmatched-act'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { setLegalHold } from '../../../domain/use-cases/set-legal-hold'
import { addMonths, lastDayOfMonth, monthOf } from '../../../domain/values/month'
import type { BorrowerId, BranchId, LoanId, ScopeId } from '../../../domain/values/ids'
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

/** The case numbers of the legal holds of the demo: one to prolong, one to release. */
export const demoLegalHoldCaseNumbers = ['2026-DEMO-1', '2026-DEMO-2'] as const

/** Holds the record of a borrower for a case, until the end of the next month. */
export const setDemoLegalHold = async (
  library: RunningLibrary,
  of: DemoBorrower,
  caseNumber: string,
): Promise<void> => {
  const { clock } = library.useCaseDependencies.commandHandling
  const lastDay = lastDayOfMonth(addMonths(1)(monthOf(clock.today())))
  const scope = idOfDemoBorrower(library, of) as string as ScopeId
  const request = {
    ...demoCommandMetadata(library),
    scope,
    lastDay,
    by: 'demo',
    why: 'Anmodning fra politiet',
    caseNumber,
  }
  demoStepOrThrow(await setLegalHold(library.useCaseDependencies)(request)())
}
