/** What the members say of answers for the pages of the desk, by schema and name. */
export const memberDescriptionsForStaff: Readonly<Record<string, string>> = {
  'BorrowerAtLending.loans': 'The running loans',
  'BorrowerAtLending.ready': 'The reservations that are ready for pick-up, each with its pick-up number',
  'BorrowerAtLending.shortName':
    'The first name and the first letter of each other name, to see whose card it is; null while the name is protected',
  'BlockAtLending.reason':
    'The block reason (blokeringsårsag): O card stolen, U exclusion, F extended exclusion, S blocked by a machine, W registered on the website and not confirmed, D deceased',
  'BorrowerOfName.birthDate': 'The date of birth, to tell those of one name apart; null when it is not known',
  'BorrowerOfName.name': 'The name of the borrower',
  'BorrowerSearch.name': 'The beginnings of one or more words of the name, with three letters at least',
  'BorrowersFound.borrowers': 'Those who have the name, ten at most',
  'BorrowersFound.hasMore': 'Whether there are more',
  'CashOfKind.amount': 'What came in or went out, in øre',
  'CashOfKind.count': 'How many fees, bills or reimbursements',
  'CashOfKind.kind': 'What was paid: fees for lateness, compensations, or reimbursements, which were paid out',
  'CashOfBranch.branch':
    'The branch: its ISIL; null of what was paid at none, such as on the website, or before branches were written',
  'CashOfBranch.paidIn': 'What came in, in øre',
  'CashOfBranch.paidOut': 'What was paid out, in øre',
  'CashReport.branches': 'What was paid, by branch',
  'CashReport.kinds': 'What was paid, by kind',
  'Fees.payments': 'The payments that were started and that the payment service has not confirmed',
  'NewPayment.branch': 'The branch whose desk takes the money: its ISIL; absent where none does',
  'NewPayout.branch': 'The branch whose desk pays it out: its ISIL; absent where none does',
  'OpenedRecord.record': 'What the library holds about the borrower',
  'PaymentUnderWay.startedOn': 'The day on which the payer was sent to the payment service',
  'Queue.length': 'How many reservations there are, also beyond those that are shown',
  'Queue.places': 'The first 500 places',
  'QueuePlace.state': 'Whether a copy is ready or on its way, or the place waits',
  'RecordOpening.reason': 'Why the record is opened: the borrower reads it',
  'UndeliveredMessages.messages': 'The messages that could not be sent',
  'UndeliveredMessage.failure': 'Why it could not be sent',
  'UndeliveredMessage.isEmailUnverified':
    'Whether nothing is sent to the e-mail address for notices of the borrower, because it is not verified',
  'UndeliveredMessage.kind': 'What it was about',
}
