/** What the members of legal holds say: by schema and name. */
export const memberDescriptionsOfLegalHolds: Readonly<Record<string, string>> = {
  'LegalHold.class': 'What kind of record is held',
  'LegalHold.scope': 'The id of the record that is held',
  'LegalHold.basisForBorrower': 'The legal basis that the borrower is told; null when the hold may not be told',
  'LegalHold.reasonForBorrower': 'Why the record is kept, as the borrower is told; null when the hold may not be told',
  'NewHold.disputeWith': 'The borrower with whom there is a dispute: of a recording, and of nothing else',
  'NewHold.basisForBorrower':
    'On which legal basis the record is kept, as the borrower is told; absent for a hold that may not be told',
  'NewHold.reasonForBorrower':
    'Why the record is kept, in words for the borrower; absent for a hold that may not be told',
  'NewHold.scope': 'The id of the record: of a loan, a fee, a borrower and so on',
  'HoldOnRecord.reason': 'Why the record is kept, as the borrower is told',
  'HeldLegalHold.reason': 'Why the record is kept, as the borrower is told',
  'HoldOnRecord.whatYouCanDo': 'What the borrower can do about it',
  'HeldLegalHold.whatYouCanDo': 'What the borrower can do about it',
  'HeldLegalHold.recordHeld': 'What kind of record is kept',
  'HeldLegalHold.day': 'Of a recording: its day',
  'HeldLegalHolds.holds': 'The legal holds of which the borrower is told',
  'WhatYouCanDo.da': 'The text in Danish',
  'WhatYouCanDo.en': 'The text in English',
}
