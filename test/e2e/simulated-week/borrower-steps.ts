import type { CopyId } from '../../../domain/values/ids'
import { reservedCopiesTable } from '../../../projections/queue/queue-tables'
import type { Step } from './loans-in-time'
import { doAtMachine, doNow } from './send-steps'
import { scan } from './staff-steps'
import { copiesAt, count, readRows, type Spot, type Week } from './week'

const perform = (week: Week, { machine }: Spot, of: Step): Promise<boolean> =>
  machine === undefined ? doNow(week, of) : doAtMachine(week, machine, of)

/** Lends a copy. A desk that is refused scans the copy first, and tries once more. */
const lend = async (week: Week, at: Spot, copy: CopyId, borrower = week.random.pickOne(week.borrowers)) => {
  if (borrower === undefined) return
  const loan = week.nextNumber()
  const tryOnce = () =>
    perform(week, at, { type: 'lent', ...{ copy, borrower, loan, branch: at.branch }, at: week.nextMoment() })
  let isLent = await tryOnce()
  if (!isLent) {
    await scan(week, copy, at.branch)
    isLent = await tryOnce()
  }
  if (isLent) week.places.set(copy, { type: 'out', loan })
}

/** A borrower borrows a copy that stands at the branch. */
export const lendAny = async (week: Week, at: Spot): Promise<void> => {
  const copy = week.random.pickOne(copiesAt(week, at.branch))
  if (copy !== undefined) await lend(week, at, copy)
}

/** A borrower fetches the copy that is ready. */
export const fetchReady = async (week: Week, at: Spot): Promise<void> => {
  const rows = await readRows(week)
  const here = new Set(copiesAt(week, at.branch))
  const ready = rows
    .find(reservedCopiesTable, { where: { branch: at.branch, state: 'ready' }, orderBy: ['copy'] })
    .filter(({ copy }) => here.has(copy))
  const fetched = week.random.pickOne(ready)
  if (fetched !== undefined) await lend(week, at, fetched.copy, fetched.borrower)
}

const pickHeld = (week: Week) =>
  week.random.pickOne([...week.places].flatMap(([copy, place]) => (place.type === 'out' ? [{ copy, place }] : [])))

/** A borrower returns a copy, at any branch. */
export const giveBack = async (week: Week, at: Spot): Promise<void> => {
  const held = pickHeld(week)
  if (held === undefined) return
  const { branch } = at
  await perform(week, at, { type: 'returned', copy: held.copy, branch, at: week.nextMoment() })
  week.places.set(held.copy, { type: 'at', branch })
}

/** A borrower puts a copy back on the shelf, and nobody scans it. */
export const putBackUnscanned = (week: Week, { branch }: Spot): void => {
  const held = pickHeld(week)
  if (held === undefined) return
  week.places.set(held.copy, { type: 'at', branch })
  count(week, 'put back unscanned')
}

/** A borrower renews a loan that the library knows: a renewal names its loan. */
export const renew = async (week: Week, at: Spot): Promise<void> => {
  const held = pickHeld(week)
  const loan = held?.place.loan
  if (held === undefined || loan === undefined || !week.loanIds.has(loan)) return
  await perform(week, at, { type: 'renewed', copy: held.copy, loan, at: week.nextMoment() })
}

/** A machine that is offline lends a copy to a card that nobody has. */
export const lendToUnknownCard = (week: Week, { branch, machine }: Spot): void => {
  const copy = week.random.pickOne(copiesAt(week, branch))
  if (copy === undefined || machine === undefined || machine.isOnline) return
  machine.unsent.push({ type: 'unknownCard', copy, branch, at: week.nextMoment() })
  week.places.set(copy, { type: 'out', loan: undefined })
  week.takenAway.add(copy)
}
