import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/borrower-aggregate'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { recordedBlocksOfBorrower, cardByNumber } from '../../../../../projections/borrowers/borrower-record-queries'
import { correctableFee } from '../../../../../projections/fees/fee-correction-queries'
import { feesOfBorrower, unsettledFeesOfBorrower } from '../../../../../projections/fees/fee-queries'
import { unpaidReimbursementsOfBorrower } from '../../../../../projections/fees/reimbursement-queries'
import { runningLoanOfCopy } from '../../../../../projections/loans/loan-queries'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import { legalHolds } from '../../../../../projections/legal-holds/legal-hold-queries'
import { lettersToPrint } from '../../../../../projections/messages/message-queries'
import { unresolvedOfflineCases } from '../../../../../projections/offline-cases/offline-case-queries'
import { reservationsOfBorrower } from '../../../../../projections/queue/reservation-queries'
import type { DemoBorrower } from '../../../../imports/demo/demo-borrowers'
import type { DemoCopy } from '../../../../imports/demo/demo-copies'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { readCurrentEtag } from '../../request-handling/etag'

/** Finds what the examples of the demo library are called now. What is gone is ''. */
export const findExampleIds = ({ rows, useCaseDependencies }: RunningLibrary) => {
  const borrower = ({ card }: DemoBorrower): BorrowerId => cardByNumber(card)(rows)?.borrower ?? ('' as BorrowerId)
  const readEtag = readCurrentEtag(useCaseDependencies)
  const findLoan =
    (isMeant: (loan: LoanRow) => boolean) =>
    ({ copy }: DemoCopy): string => {
      const loan = runningLoanOfCopy(copy)(rows)
      return loan !== undefined && isMeant(loan) ? loan.loan : ''
    }
  const correctableFees = (of: DemoBorrower) =>
    feesOfBorrower(borrower(of))(rows).flatMap(({ fee }) => correctableFee(fee)(rows) ?? [])
  return {
    borrower,
    loan: findLoan(() => true),
    loanToClaim: findLoan(({ claimedOn }) => claimedOn === null),
    claimedLoan: findLoan(({ claimedOn }) => claimedOn !== null),
    reservation: (of: DemoBorrower): string => reservationsOfBorrower(borrower(of))(rows)[0]?.reservation ?? '',
    offlineCase: (): string => unresolvedOfflineCases(rows).unmatched[0]?.unmatched ?? '',
    letter: (): string => lettersToPrint(rows)[0]?.message ?? '',
    hold: (caseNumber: string): string =>
      legalHolds(rows).find((hold) => hold.caseNumber === caseNumber && hold.releasedOn === null)?.hold ?? '',
    block: (of: DemoBorrower): string => recordedBlocksOfBorrower(borrower(of))(rows)[0]?.block ?? '',
    fee: (of: DemoBorrower) => unsettledFeesOfBorrower(borrower(of))(rows)[0],
    paidFee: (of: DemoBorrower) => correctableFees(of).find(({ reimbursable = 0 }) => reimbursable > 0),
    writtenOffFee: (of: DemoBorrower) => correctableFees(of).find(({ writtenOff = 0 }) => writtenOff > 0),
    bill: (of: DemoBorrower): string => correctableFees(of).find(({ kind }) => kind === 'compensation')?.fee ?? '',
    reimbursement: (of: DemoBorrower): string =>
      unpaidReimbursementsOfBorrower(borrower(of))(rows)[0]?.reimbursement ?? '',
    /** The ETag of a borrower, in quotes. */
    etag: async (of: DemoBorrower): Promise<string> => {
      const etag = await TE.getOrElse(() => () => Promise.resolve(''))(
        readEtag(borrowerAggregate(useCaseDependencies.policy), borrower(of)),
      )()
      return `"${etag}"`
    },
  }
}

export type ExampleIds = ReturnType<typeof findExampleIds>
