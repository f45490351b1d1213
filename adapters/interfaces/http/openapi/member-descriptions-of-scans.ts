/** What the members say that tell what became of a scanned copy, by schema and name. */
export const memberDescriptionsOfScans: Readonly<Record<string, string>> = {
  'FeeOfReturn.amount': 'In øre: what the fee comes to, whatever the number of copies that it is for',
  'FeeOfReturn.joins': 'Whether a copy of the same occasion had levied it before: then this one costs nothing more',
  'ScannedCopy.fee': 'The fee for a late return; null when the copy is in time. A late fee may come after the answer',
  'ScannedCopy.found': 'What the scan found: a lost copy, or one that was claimed returned; null for any other',
  'ScannedCopy.toReimburse':
    'In øre: the price to pay back for a lost copy that was found and had been paid for; null for any other',
  'ScannedCopy.loan':
    'The loan that the return has ended: with its id the return can be undone; null when it ended none',
  'UndoReturn.loan': 'The loan whose return is undone; without it, the one that ended last today',
  'ReturnUndone.loan': 'The id of the loan that continues the one that ended',
}
