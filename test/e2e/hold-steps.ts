import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { setLegalHold } from '../../domain/use-cases/set-legal-hold'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, HoldId, LoanId, ScopeId } from '../../domain/values/ids'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from './use-case-steps'

/** Lends the only copy to a new borrower, and takes it back. */
export const lendAndReturn = async (
  library: RunningLibrary,
): Promise<{ readonly borrower: BorrowerId; readonly loan: LoanId }> => {
  const { useCaseDependencies: dependencies } = library
  await acquireOneCopy(library)
  const borrower = await registerNumberedBorrower(library, 1)
  const lending = { copy: oneCopy, branch: homeBranch, ...nowOnce(library) }
  rightOrThrow(await lendCopy(dependencies)({ ...lending, borrower })())
  const current = rightOrThrow(await dependencies.decisionQueries.currentLoanOf(oneCopy)())
  rightOrThrow(await returnCopy(dependencies)(lending)())
  return { borrower, loan: (current?.loan ?? '') as LoanId }
}

export const holdReason = { by: 'Jens Jensen', why: 'Politiet har bedt om det' }

export const tryToHold = (library: RunningLibrary, scope: string, lastDay: string) =>
  setLegalHold(library.useCaseDependencies)({
    ...{
      scope: scope as ScopeId,
      lastDay: lastDay as Day,
      caseNumber: '2026-17',
      explanation: null,
      disputeWith: null,
    },
    ...holdReason,
    ...nowOnce(library),
  })()

export const hold = async (library: RunningLibrary, scope: string, lastDay: string): Promise<HoldId> =>
  rightOrThrow(await tryToHold(library, scope, lastDay)).hold

export const forwardTo = async (library: RunningLibrary, day: string): Promise<void> => {
  rightOrThrow(await library.clock.moveTo(day as Day, () => undefined)())
}

/** Whether the loan of the only copy reads as erased. */
export const isLoanErased = async (library: RunningLibrary): Promise<boolean> => {
  const shown = await library.showStream('circulation', `copy-${oneCopy}` as never)
  return JSON.stringify(shown.find(({ type }) => type === 'LoanStarted')?.staff['loan']).includes('erased')
}
