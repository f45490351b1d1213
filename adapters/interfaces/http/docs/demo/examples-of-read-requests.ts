import { demoCopies, demoMainBranch } from '../../../../imports/demo/demo-copies'
import { exampleBorrowers, exampleCopies } from '../../../../imports/demo/demo-records-for-examples'
import { addDays, type Day } from '../../../../../domain/values/day'
import { addMonths, monthOf } from '../../../../../domain/values/month'
import type { RequestExample, RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

const [, secondCopy] = demoCopies

const parameters = (values: Readonly<Record<string, string>>): RequestExample => ({ parameters: values })

/** Examples of requests that read from the demo library. */
export const examplesOfReadRequests = (ids: ExampleIds, certificate: string, today: Day): RequestExamples => {
  const borrower = { borrower: ids.borrower(exampleBorrowers.withOwnToken) }
  const copy = secondCopy?.copy ?? ''
  const title = secondCopy?.title ?? ''
  const lastMonth = addMonths(-1)(monthOf(today))
  return {
    searchTitles: parameters({ q: 'Lykke-Per' }),
    readTitle: parameters({ title }),
    readCopy: parameters({ copy }),
    readCopyHolder: parameters({ copy: exampleCopies.toReturn.copy }),
    readReservation: parameters({
      title: exampleCopies.toReserve.title,
      reservation: ids.reservation(exampleBorrowers.withReservationToChange),
    }),
    readQueue: parameters({ title: exampleCopies.toReserve.title }),
    readPullList: parameters({ branch: demoMainBranch }),
    readCertificate: parameters({ certificate }),
    readPickUpShelf: parameters({ branch: demoMainBranch }),
    readSetAsideCopies: parameters({ branch: demoMainBranch }),
    readBorrower: parameters(borrower),
    readBorrowerAtLending: parameters(borrower),
    readHistory: parameters(borrower),
    readIdentity: parameters(borrower),
    readMessages: parameters(borrower),
    readContact: parameters(borrower),
    readPreferences: parameters(borrower),
    readAbsence: parameters(borrower),
    readNotes: parameters(borrower),
    readNotesRequests: parameters(borrower),
    readGuardian: parameters({ borrower: ids.borrower(exampleBorrowers.withGuardian) }),
    readGuardianship: parameters({ guardianship: ids.guardianship(exampleBorrowers.withGuardian) }),
    readPaymentsByGuardian: parameters({ guardianship: ids.guardianship(exampleBorrowers.withGuardian) }),
    readNetMediaRight: parameters(borrower),
    readStatement: parameters({ borrower: ids.borrower(exampleBorrowers.withFeeToPay) }),
    exportPersonalData: parameters({ borrower: ids.borrower(exampleBorrowers.withFeeToPay) }),
    readPersonalDataPage: parameters({ borrower: ids.borrower(exampleBorrowers.withFeeToPay) }),
    readFees: parameters({ borrower: ids.borrower(exampleBorrowers.withFeeToPay) }),
    readFeeTransactions: parameters({ fee: ids.paidFee(exampleBorrowers.withReimbursement)?.fee ?? '' }),
    readReceipts: parameters({ fee: ids.bill(exampleBorrowers.withPaidBill) }),
    readWebsiteStatistics: parameters({ month: lastMonth }),
    readMonthStatistics: parameters({ month: lastMonth }),
    readStatisticsTable: parameters({ table: 'loansByBranch', from: lastMonth, until: lastMonth }),
    readBranchStatistics: parameters({ month: lastMonth }),
    readTitleStatistics: parameters({ title }),
    readReplay: parameters({ subject: 'copy', id: copy }),
    listReplaySteps: parameters({ subject: 'copy', id: copy }),
    compareReplays: parameters({ subject: 'copy', id: copy, from: addDays(-60)(today), until: today }),
    readCertificateProof: parameters({ certificate }),
    readEventProof: parameters({ log: 'circulation', stream: `copy-${copy}`, revision: '0' }),
    showStream: parameters({ log: 'circulation', stream: `copy-${copy}` }),
  }
}
