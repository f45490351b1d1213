/** What the members say that tell of records that staff look for and open, by schema and name. */
export const memberDescriptionsOfOpenings: Readonly<Record<string, string>> = {
  'BorrowerOfName.birthDate': 'The date of birth, to tell those of one name apart; null when it is not known',
  'BorrowerOfName.name': 'The name of the borrower',
  'BorrowerSearch.name': 'The beginnings of one or more words of the name, with three letters at least',
  'BorrowersFound.borrowers': 'Those who have the name, ten at most',
  'BorrowersFound.hasMore': 'Whether there are more',
  'OpenedRecord.record': 'What the library holds about the borrower',
  'RecordOpening.reason': 'Why the record is opened: the borrower reads it',
}
