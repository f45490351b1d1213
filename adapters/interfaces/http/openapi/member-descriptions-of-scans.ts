/** What the members say that tell what became of a scanned copy, by schema and name. */
export const memberDescriptionsOfScans: Readonly<Record<string, string>> = {
  'FeeOfReturn.amount': 'In øre: what the fee comes to, whatever the number of copies that it is for',
  'FeeOfReturn.joins': 'Whether a copy of the same occasion had levied it before: then this one costs nothing more',
  'ScannedCopy.fee': 'The fee for a late return; null when the copy is in time. A late fee may come after the answer',
  'ScannedCopy.found': 'What the scan found: a lost copy, or one that was claimed returned; null for any other',
}
