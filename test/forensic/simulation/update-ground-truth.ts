import { borrowersTable } from '../../../projections/borrowers/borrower-tables'
import { feeItemsTable, feesTable } from '../../../projections/fees/fee-tables'
import { reservationsTable } from '../../../projections/queue/queue-tables'
import type { SimulatedTown } from './simulated-town'
import { recordVisit } from './ground-truth'

/** The visit of a fee without a visit of its own: a bill is in the log beside the end of its loan. */
const visitOfFee = (town: SimulatedTown, fee: string): number => {
  town.visits += 1
  const [item] = town.system.rows.find(feeItemsTable, { where: { fee: fee as never } })
  const loan = item && town.groundTruth.lastLoanOfCopy.get(item.copy)
  if (loan !== undefined) town.groundTruth.records.get(loan)?.visits.add(town.visits)
  return town.visits
}

/**
 * Adds new reservations and fees to the ground truth, with their visit, or a new number when a closing made them.
 * Removes people who are no longer borrowers.
 */
export const updateGroundTruth = async (town: SimulatedTown, visit?: number): Promise<void> => {
  const { catchUpReadModels: reach, rows } = town.system
  const { records } = town.groundTruth
  await reach()
  for (const { reservation, borrower } of rows.find(reservationsTable, {}))
    if (!records.has(reservation))
      recordVisit(town.groundTruth)('reservation', reservation, borrower, visit ?? (town.visits += 1))
  for (const { fee, borrower } of rows.find(feesTable, {}))
    if (!records.has(fee)) recordVisit(town.groundTruth)('fee', fee, borrower, visit ?? visitOfFee(town, fee))
  const registered = new Set(rows.find(borrowersTable, {}).map(({ borrower }) => borrower))
  for (const borrower of [...town.people.keys()]) if (!registered.has(borrower)) town.people.delete(borrower)
}
