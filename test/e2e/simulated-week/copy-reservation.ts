import { defaultPolicy } from '../../../domain/policy/policy'
import { addDays, type Day } from '../../../domain/values/day'
import type { CopyId } from '../../../domain/values/ids'
import { dayOf } from '../../../domain/values/instant'
import { reservedCopiesTable, type ReservedCopyRow } from '../../../projections/queue/queue-tables'
import { findFirstRow, type ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { Step } from './loans-in-time'
import type { Week } from './week'

/** For whom a copy was scanned; undefined when it is for nobody, or to be fetched still. */
export const scannedForBorrower = (rows: ReadModelRows, copy: CopyId): ReservedCopyRow | undefined => {
  const reserved = findFirstRow(rows, reservedCopiesTable, { where: { copy } })
  return reserved?.state === 'onPullList' ? undefined : reserved
}

/** The day on which a scanned copy was reserved: when a step of a machine arrived, or when staff scanned it. */
const reservedOn = ({ reservedOn }: Week, { setAside, latestEnd }: ReservedCopyRow): Day =>
  reservedOn.get(setAside) ?? addDays(-defaultPolicy.pickUp.setAsideAtMostDays)(latestEnd)

/** Whether the copy was reserved for another borrower before a step was done. */
export const wasReservedForAnother = (
  week: Week,
  rows: ReadModelRows,
  { copy, at, borrower }: Extract<Step, { type: 'lent' }>,
): boolean => {
  const reserved = scannedForBorrower(rows, copy)
  if (reserved === undefined || reserved.borrower === borrower) return false
  const [on, day] = [reservedOn(week, reserved), dayOf(at)]
  const wasScanned = week.arrived.some((one) => one.copy === copy && one.at < at && dayOf(one.at) === day)
  return on < day || (on === day && wasScanned)
}
