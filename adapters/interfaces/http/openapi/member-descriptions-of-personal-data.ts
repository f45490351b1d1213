import { memberDescriptionsOfGuardianData } from './member-descriptions-of-guardian-data'
import { listKindsOfData } from '../../../../retention/promises/kinds-of-data'

const statusDescription =
  'Whether the library holds something in force: `held`, or `nothing`. What was replaced stands in the entries alone. `withheld` says that the caller does not see this kind of data, and does not tell whether the library holds any'

const entriesDescription =
  'Each entry of the logs on it that is not forgotten, oldest first in each stream, with the values that the caller sees: also what was replaced and waits for its erasure'

/** What the members of each row of the export of personal data say. */
const descriptionsOfRows = Object.fromEntries(
  listKindsOfData().flatMap(([kind, { name }]) => {
    const schema = `DataOf${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
    return [
      [`DataByKind.${kind}`, `${name.en} (${name.da})`],
      [`${schema}.promise`, 'What the library promises of it'],
      [`${schema}.status`, statusDescription],
      [`${schema}.data`, 'What the library holds; null when it holds nothing, or the caller does not see it'],
      [`${schema}.entries`, entriesDescription],
    ]
  }),
)

/** What a member of the export of personal data says, by schema and name. */
export const memberDescriptionsOfPersonalData: Readonly<Record<string, string>> = {
  ...descriptionsOfRows,
  ...memberDescriptionsOfGuardianData,
  'PersonalData.madeOn': 'The day on which the export was made',
  'PersonalData.kinds':
    'What is held of each kind of data: a member for each promise, in the order of the promises table',
  'PersonalData.obstacles':
    'What must be returned, paid or paid out before the borrower can be erased on request; empty when nothing is. A legal hold (stop for sletning) that may not be told may stand in the way too',
  'HeldLogEntry.event': 'What happened: the type of the event; null of a note to the borrower',
  'HeldLogEntry.recorded':
    'The day on which it was recorded, or the month, where the library keeps no day; null of a note to the borrower',
  'HeldLogEntry.record': 'The id of what it is about: the loan, the fee, the version of contact details',
  'HeldLogEntry.values': 'What the entry says',
  'HeldLogValue.member': 'Where the value stands in the event',
  'HeldLogValue.value': 'The value',
  'ErasureObstacle.what': 'What it is',
  'ErasureObstacle.count': 'How many there are',
  'ErasureObstacle.ore': 'How much is owed, in øre',
  'Promise.name': 'The name of the kind of data',
  'Promise.purpose': 'Why the library holds it',
  'Promise.legalBasis': 'On what legal basis',
  'Promise.until': 'Until when it is held, in words',
  'Promise.seenBy': 'Who sees it; empty when nobody does',
  'Promise.changedBy': 'Who may change it; empty when nobody may',
  'TextInBothLanguages.da': 'The text in Danish',
  'TextInBothLanguages.en': 'The text in English',
  'HeldBorrowerNumber.ending': 'Why the borrower is about to be erased; null when that is not so',
  'HeldBorrowerNumber.forgottenIfUnusedOn':
    'The day with whose closing the borrower is erased, if the library is not used again and nothing is on loan, reserved or owed then',
  'HeldName.name': 'The name of the borrower',
  'HeldIdentityCorrection.reason': 'Why it was put right the last time',
  'HeldAbsencePeriod.from': 'The first day of the absence',
  'HeldAbsencePeriod.until': 'The last day of the absence; null until the period is removed',
  'HeldCard.card': 'The id of the card',
  'HeldCard.number': 'The number on the card',
  'HeldBlock.reason':
    'The block reason (blokeringsårsag): O card stolen, U exclusion, F extended exclusion, S blocked by a machine, W registered on the website and not confirmed, D deceased',
  'HeldNotesRequests.requests': 'The requests to see the notes that are for staff alone, the earliest first',
  'NotesRequests.requests': 'The requests that are not erased, the earliest first',
  'UnansweredNotesRequests.requests': 'The requests without an answer, the earliest first',
  'UnansweredNotesRequest.internalNote': 'The internal note on the borrower, to review; null without one',
  'UnansweredNotesRequest.blockNotes': 'The notes to blocks in force, to review',
  'UnansweredNotesRequest.number': 'The borrower number',
  'HeldInternalNotes.blockNotes': 'The notes of staff to blocks',
  'HeldLoan.borrowerGroup': 'The borrower group (lånergruppe) at lending',
  'HeldLoan.ageClass': 'Adult or child, by the age at lending',
  'HeldLoan.startedIn': 'The month in which the loan was recorded',
  'HeldLoan.lastActIn': 'The month in which the last lending, renewal or return was recorded',
  'HeldLoan.previouslyEndedOn': 'The day on which the loan had ended before that was corrected; null when it was not',
  'HeldLoan.claimEndsOn': 'The day on which a copy that was claimed returned is written off; null when none was',
  'HeldLateRenewal.previouslyDueOn': 'The due day before the renewal',
  'HeldLateRenewal.renewedOn': 'The day of the renewal, after the due day',
  'HeldLoanOverride.act': 'Whether the refusal of the loan or of a renewal was overridden',
  'HeldLoanOverride.overriddenAt': 'When staff overrode the refusal',
  'HeldLoanOverride.refusals': 'What was overridden',
  'HeldLoanOverride.reason': 'Why, in the words of staff',
  'HeldReservationOverride.overriddenAt': 'When staff overrode the refusal',
  'HeldReservationOverride.refusals': 'What was overridden',
  'HeldReservationOverride.reason': 'Why, in the words of staff',
  'HeldOverrides.loanOverrides': 'The refusals of loans and of renewals that staff overrode',
  'HeldOverrides.reservationOverrides': 'The refusals of reservations that staff overrode',
  'HeldLoans.loans': 'The loans that run, or ended in the last 30 days',
  'HeldLoans.lateRenewals': 'The renewals after the due day',
  'HeldLoans.undoneLoans': 'The loans that were undone',
  'HeldLoans.machineCases': 'What machines did with loans while they were offline, and staff must resolve',
  'HeldOfflineCases.offlineCases': 'What machines did with a card of the borrower and is not run, for staff to resolve',
  'HeldOfflineCase.because': 'Why the act is not run, or is run at another branch',
  'HeldOfflineCase.case': 'The id of the case',
  'HeldLoan.branch': 'The branch where it was lent: its closed days move the due day',
  'HeldReservation.latestEnd': 'The day on which the reservation ends at the latest',
  'HeldReservation.madeIn': 'The month in which the reservation was made',
  'HeldReservation.parallelTo': 'The other titles of the same parallel reservation',
  'HeldReservation.volume': 'The volume of the periodical; null for any',
  'HeldReservation.state':
    'Whether it waits for a copy, is paused because a copy of a parallel title is reserved or lent, its copy is on the way to the pick-up branch, or ready there',
  'HeldReservation.joinedQueueAt': 'The end of the queue that it joined',
  'HeldReservation.queueNumber': 'The place in the queue, from 1; null when a copy is ready',
  'HeldReservation.name': 'The name of the title; null when the library has no copy of it',
  'HeldReservation.copy': 'The item number of the copy that is ready; null until one is',
  'HeldReservations.setAsides': 'The copies that are to be fetched, set aside, in transit or ready for the borrower',
  'HeldSetAside.name': 'The name of the title; null when the library has no copy of it',
  'HeldSetAside.branch': 'The branch where the copy is, or from which it was sent: its ISIL',
  'HeldSetAside.state': 'Where the copy is',
  'HeldSetAside.latestEnd': 'The day until which the copy is set aside at the latest',
  'HeldFee.leviedAmount': 'The amount that was levied, before reductions, in øre',
  'HeldFee.occasion': 'The day of the borrower on which the fee arose',
  'HeldFee.lentOn': 'The day of lending of the loans that the fee is for',
  'HeldFee.dueOn': 'The due day of the loans that the fee is for',
  'HeldFee.disclosures': 'To whom the debt was passed on for collection, and on which basis; forgotten with the fee',
  'HeldFeeDisclosure.month': 'The month of the disclosure',
  'HeldFee.paidIn': 'The month in which the payment was recorded; null when it was not paid',
  'HeldFeeTransaction.type': 'What happened to the fee',
  'HeldFeeTransaction.amount': 'By how much, in øre; absent when the transaction has no amount',
  'HeldFeeDecision.type': 'What happened to the fee',
  'HeldFeeDecision.reason': 'Why staff decided it, in their own words; null when a rule or a payment did',
  'HeldFeeDecisions.decisions': 'Who decided on the fees, and why',
  'HeldBalance.blockedSince': 'The day since which the debt blocks; null when it does not',
  'HeldBalance.payments': 'The payments of the last 30 days, and those that are not completed',
  'HeldReimbursement.because': 'Why the library owes it',
  'HeldReimbursement.ending': 'How the reimbursement ended; null while the library owes it',
  'HeldReimbursement.grantedOn': 'The day on which the library granted it: not before the fee was paid',
  'HeldReimbursement.order': 'The order with which it was paid out; null before',
  'HeldReimbursement.settledOn': 'The day on which it was paid out or cancelled; null while the library owes it',
  'HeldFee.paidBy': 'The id of the payment that paid it; null when it was not paid',
  'HeldPayment.startedOn':
    'The day on which the payer was sent to the payment service; null once the service has confirmed it, and at the desk',
  'HeldPayment.paidOn': 'The day of the payment; null while the payment service has not confirmed it',
  'HeldPayment.madeIn': 'The month in which the payment was recorded',
  'HeldPayment.completedOn': 'The day on which all its fees were settled; null until then',
  'HeldPayment.paidAtBranch':
    'The branch whose desk took the money: its ISIL; null where none did, such as on the website',
  'HeldReimbursement.paidOutAtBranch': 'The branch whose desk paid it out: its ISIL; null where none did',
  'HeldPayment.paidFees': 'The ids of the fees and bills that it pays',
}
