import { exampleBorrowers, newDemoBorrower } from '../../../../adapters/imports/demo/demo-records-for-examples'
import type { DemoBorrower } from '../../../../adapters/imports/demo/demo-borrowers'
import { idOfDemoBorrower } from '../../../../adapters/imports/demo/run-use-cases-in-demo'
import { overviewSettings } from '../../../../adapters/interfaces/http/resources/borrowers/borrower-overview'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { absenceOfBorrower } from '../../../../projections/absences/absence-queries'
import { borrowerOverview } from '../../../../projections/borrower-overview/borrower-overview'
import { openEstates } from '../../../../projections/borrower-overview/estates'
import { contactOfBorrower, verifiedEmailsOfBorrower } from '../../../../projections/borrowers/borrower-record-queries'
import { disclosures } from '../../../../projections/disclosures/disclosure-queries'
import { feesInCollection } from '../../../../projections/fees/collection-queries'
import { unsettledFeesOfBorrower } from '../../../../projections/fees/fee-queries'
import { startedPaymentsOfBorrower } from '../../../../projections/fees/payment-queries'
import { unconfirmedGuardianPapers } from '../../../../projections/guardians/unconfirmed-guardian-papers'
import { historyMonthsOf } from '../../../../projections/loan-histories/loan-history-queries'
import { messageCountsOfBorrower } from '../../../../projections/message-counts/message-count-queries'
import { messagesOfBorrower } from '../../../../projections/messages/message-queries'
import { notesOnBorrower } from '../../../../projections/notes/note-queries'
import { noticesOfBorrower } from '../../../../projections/notices/notice-queries'
import { titlesParallelToReservation } from '../../../../projections/queue/parallel-reservations'
import { reservationsOfBorrower } from '../../../../projections/queue/reservation-queries'

/** What a demo library has of each kind of matter between a library and its borrowers. */
export const whatTheDemoShows = (library: RunningLibrary) => {
  const { rows } = library
  const idOf = (of: DemoBorrower) => idOfDemoBorrower(library, of)
  const reservedBy = (of: DemoBorrower) => reservationsOfBorrower(idOf(of))(rows)
  const today = library.useCaseDependencies.commandHandling.clock.today()
  const childMessages = messagesOfBorrower(idOf(exampleBorrowers.withGuardian))(rows)
  return {
    reservedVolumes: reservedBy(exampleBorrowers.withVolumeReserved).map(({ volume }) => volume),
    parallelTitles: reservedBy(exampleBorrowers.withParallelReservation).map(
      (row) => titlesParallelToReservation(row).length,
    ),
    isAbsent: (absenceOfBorrower(idOf(exampleBorrowers.absent))(rows)?.until ?? today) > today,
    feesInCollection: feesInCollection(rows)
      .map(({ collection }) => collection)
      .sort(),
    disclosures: disclosures(rows).length,
    feesToPayOnline: [exampleBorrowers.withOwnToken, exampleBorrowers.withGuardian].map((of) => [
      unsettledFeesOfBorrower(idOf(of))(rows).length,
      startedPaymentsOfBorrower(idOf(of))(rows).length,
    ]),
    messagesToGuardian: childMessages.filter(({ kind }) => kind === 'fee').map(({ state }) => state),
    unverifiedEmails: (contactOfBorrower(idOf(exampleBorrowers.toChangeContact))(rows)?.emails ?? []).filter(
      (email) => !verifiedEmailsOfBorrower(idOf(exampleBorrowers.toChangeContact))(rows).includes(email),
    ).length,
    estates: openEstates(borrowerOverview(overviewSettings(library)))(rows).map(({ loans }) =>
      loans.map(({ copy }) => copy),
    ),
    notices: noticesOfBorrower(idOf(newDemoBorrower))(rows).map(({ kind }) => kind),
    messageCounts: messageCountsOfBorrower(6)(idOf(exampleBorrowers.withOwnToken))(rows).map(({ month }) => month),
    noteToBorrower: notesOnBorrower(idOf(exampleBorrowers.withFeeToPay))(rows).noteToBorrower,
    unconfirmedPapers: unconfirmedGuardianPapers(rows),
    dueDaysOfDemoBorrower: borrowerOverview(overviewSettings(library))(idOf(exampleBorrowers.withOwnToken))(rows)
      ?.loans.filter(({ endedOn }) => endedOn === null)
      .map(({ dueOn }) => dueOn),
    monthsInHistory: historyMonthsOf(idOf(exampleBorrowers.withOwnToken))(rows).length,
  }
}
