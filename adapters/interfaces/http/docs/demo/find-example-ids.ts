import type { BorrowerId } from '../../../../../domain/values/ids'
import {
  borrowerByBorrowerNumber,
  cardsOfBorrower,
  recordedBlocksOfBorrower,
} from '../../../../../projections/borrowers/borrower-record-queries'
import { correctableFee } from '../../../../../projections/fees/fee-correction-queries'
import { feesOfBorrower, unsettledFeesOfBorrower } from '../../../../../projections/fees/fee-queries'
import { startedPaymentsOfBorrower } from '../../../../../projections/fees/payment-queries'
import { unpaidReimbursementsOfBorrower } from '../../../../../projections/fees/reimbursement-queries'
import { guardianPapersToDestroy } from '../../../../../projections/guardians/guardian-paper-queries'
import { registeredGuardianOf } from '../../../../../projections/guardians/guardian-queries'
import { unconfirmedGuardianPapers } from '../../../../../projections/guardians/unconfirmed-guardian-papers'
import { runningLoanOfCopy } from '../../../../../projections/loans/loan-queries'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import { legalHolds } from '../../../../../projections/legal-holds/legal-hold-queries'
import { pendingLegalNotices } from '../../../../../projections/messages/message-queries'
import { noticesToPrint } from '../../../../../projections/notices/notice-queries'
import { unresolvedOfflineCases } from '../../../../../projections/offline-cases/offline-case-queries'
import { reservationsOfBorrower } from '../../../../../projections/queue/reservation-queries'
import { recordings, videoRequests } from '../../../../../projections/video/video-queries'
import type { Month } from '../../../../../domain/values/month'
import type { DemoBorrower } from '../../../../imports/demo/demo-borrowers'
import type { DemoCopy } from '../../../../imports/demo/demo-copies'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { loadBorrower, type BorrowerEtag } from '../../resources/borrowers/borrower-etag'
import { serverLogDays } from '../../../../../projections/website/website-queries'

/** Finds what the examples of the demo library are called now. What is gone is ''. */
export const findExampleIds = ({ rows, useCaseDependencies }: RunningLibrary) => {
  const borrower = ({ person }: DemoBorrower): BorrowerId =>
    borrowerByBorrowerNumber(person.number)(rows) ?? ('' as BorrowerId)
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
    letter: (): string => pendingLegalNotices(rows)[0]?.message ?? '',
    noticeLetter: (): string => noticesToPrint(rows)[0]?.notice ?? '',
    hold: (caseNumber: string): string =>
      legalHolds(rows).find((hold) => hold.caseNumber === caseNumber && hold.releasedOn === null)?.hold ?? '',
    storedFootage: (): string => recordings(rows).find(({ digest }) => digest !== null)?.footage ?? '',
    footageToStore: (): string => recordings(rows).find(({ digest }) => digest === null)?.footage ?? '',
    liveViewing: (): string =>
      videoRequests(rows).find(({ act, refusedBecause }) => act === 'liveVideo' && refusedBecause === null)?.viewing ??
      '',
    copyForPolice: (): string =>
      videoRequests(rows).find(({ act, refusedBecause }) => act === 'copy' && refusedBecause === null)?.viewing ?? '',
    guardianship: (of: DemoBorrower): string => registeredGuardianOf(borrower(of))(rows)?.guardianship ?? '',
    guardianPaper: (endedBy: Month): string => guardianPapersToDestroy(endedBy)(rows)[0]?.guardian ?? '',
    dayOfServerLog: (): string => serverLogDays(rows)[0] ?? '',
    monthOfUnconfirmedPapers: (): string => unconfirmedGuardianPapers(rows)[0]?.endedIn ?? '',
    card: (of: DemoBorrower): string => cardsOfBorrower(borrower(of))(rows)[0]?.card ?? '',
    block: (of: DemoBorrower): string => recordedBlocksOfBorrower(borrower(of))(rows)[0]?.block ?? '',
    fee: (of: DemoBorrower) => unsettledFeesOfBorrower(borrower(of))(rows)[0],
    /** An unpaid fee that nobody has begun to pay. */
    feeToPayOnline: (of: DemoBorrower): string => {
      const beingPaid = startedPaymentsOfBorrower(borrower(of))(rows).flatMap(({ fees }) => fees)
      return unsettledFeesOfBorrower(borrower(of))(rows).find(({ fee }) => !beingPaid.includes(fee))?.fee ?? ''
    },
    startedPayment: (of: DemoBorrower): string => startedPaymentsOfBorrower(borrower(of))(rows)[0]?.payment ?? '',
    collectionFile: (of: DemoBorrower): string =>
      unsettledFeesOfBorrower(borrower(of))(rows).find(({ collection }) => collection === 'selected')?.collectionFile ??
      '',
    paidFee: (of: DemoBorrower) => correctableFees(of).find(({ reimbursable = 0 }) => reimbursable > 0),
    writtenOffFee: (of: DemoBorrower) => correctableFees(of).find(({ writtenOff = 0 }) => writtenOff > 0),
    bill: (of: DemoBorrower): string => correctableFees(of).find(({ kind }) => kind === 'compensation')?.fee ?? '',
    reimbursement: (of: DemoBorrower): string =>
      unpaidReimbursementsOfBorrower(borrower(of))(rows)[0]?.reimbursement ?? '',
    /** The ETag of a part of a borrower, in quotes. */
    etag: async (of: DemoBorrower, etagOf: BorrowerEtag): Promise<string> => {
      const loaded = await loadBorrower({ useCaseDependencies })(borrower(of))()
      return loaded._tag === 'Left' ? '""' : `"${etagOf(loaded.right)}"`
    },
  }
}

export type ExampleIds = ReturnType<typeof findExampleIds>
