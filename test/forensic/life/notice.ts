import { borrowers } from '../../../projections/borrowers/rows'
import { feeItems, fees } from '../../../projections/fees/rows'
import { reservations } from '../../../projections/queue/rows'
import type { Town } from './town'
import { note } from './truth'

/** A bill stands in the log beside the end of the loan it is for. */
const besideItsLoan = (town: Town, fee: string): number => {
  town.visits += 1
  const [item] = town.system.rows.find(feeItems, { where: { fee: fee as never } })
  const loan = item && town.truth.loanOf.get(item.copy)
  if (loan !== undefined) town.truth.records.get(loan)?.visits.add(town.visits)
  return town.visits
}

/**
 * Notes the reservations and fees that were not noted before, as of a visit, or of a closing when there was none; and
 * who is no longer a borrower.
 */
export const noticeWhatStands = async (town: Town, visit?: number): Promise<void> => {
  const { reach, rows } = town.system
  const { records } = town.truth
  await reach()
  for (const { reservation, borrower } of rows.find(reservations, {}))
    if (!records.has(reservation)) note(town.truth)('reservation', reservation, borrower, visit ?? (town.visits += 1))
  for (const { fee, borrower } of rows.find(fees, {}))
    if (!records.has(fee)) note(town.truth)('fee', fee, borrower, visit ?? besideItsLoan(town, fee))
  const registered = new Set(rows.find(borrowers, {}).map(({ borrower }) => borrower))
  for (const borrower of [...town.people.keys()]) if (!registered.has(borrower)) town.people.delete(borrower)
}
