import { feesTable } from '../../../projections/fees/fee-tables'
import { loansTable } from '../../../projections/loans/loans-table'
import { reservedCopiesTable } from '../../../projections/queue/queue-tables'
import { queueForTitle } from '../../../projections/queue/reservation-queries'
import type { BorrowerId, TitleId } from '../../../domain/values/ids'
import { dueMessage, messagesDue } from '../ground-truth/expected-messages'
import { queueOf } from '../ground-truth/reservations'
import { broken, type BrokenPromise } from './broken-promise'
import type { Check } from './midnight'

/** "A copy is lent to one borrower at a time." */
export const checkOneBorrowerACopy: Check = ({ year }) => {
  const open = year.library.rows.findColumns(loansTable, ['copy', 'loan'], { where: { endedOn: null } })
  const copies = new Set<string>()
  return open.flatMap(({ copy, loan }) => {
    const isTaken = copies.has(copy)
    copies.add(copy)
    return isTaken ? [broken('one borrower a copy', 'a copy has two loans', loan)] : []
  })
}

/** "A queue by time of reservation": those who wait stand in the order in which they reserved. */
export const checkQueues: Check = ({ year }) => {
  const { groundTruth, library } = year
  const titles = new Set<TitleId>([...groundTruth.reservations.values()].map(({ title }) => title))
  return [...titles].flatMap((title) => {
    const expected = queueOf(groundTruth, title).map(({ reservation }) => reservation)
    const found = queueForTitle(title)(library.rows).map(({ reservation }) => reservation)
    return expected.join() === found.join() ? [] : [broken('queue in order', 'stands in another order', title)]
  })
}

/** "The first set aside pauses the others": no borrower has copies of two titles of which they want one. */
export const checkParallelReservations: Check = ({ year: { groundTruth, library } }) => {
  const reserved = library.rows.findColumns(reservedCopiesTable, ['borrower', 'title'], {})
  const titles = new Set(reserved.map(({ borrower, title }) => `${borrower} ${title}`))
  return [...groundTruth.reservations.values()]
    .filter(({ borrower, title, parallelTo }) =>
      parallelTo.some((other) => titles.has(`${borrower} ${title}`) && titles.has(`${borrower} ${other}`)),
    )
    .map(({ reservation }) => broken('reservations', 'copies of two parallel titles are reserved', reservation))
}

/** So many borrowers who owe something are asked for each night, beside those whose fees changed on the day. */
const borrowersWhoOwe = 20

/** What a borrower owes is the sum of their unsettled fees. */
export const checkBalances: Check = async ({ year, day }) => {
  const { groundTruth, library, random } = year
  const owed = new Map<BorrowerId, number>()
  const borrowersToAsk = new Set(Array.from({ length: 5 }, () => random.pickOne([...groundTruth.borrowers.keys()])!))
  for (const { borrower, settledOn, leviedOn, amount } of groundTruth.fees.values()) {
    if (settledOn === null) owed.set(borrower, (owed.get(borrower) ?? 0) + amount)
    if ((settledOn === day || leviedOn === day) && groundTruth.borrowers.has(borrower)) borrowersToAsk.add(borrower)
  }
  const owingInRows = library.rows.findColumns(feesTable, ['borrower'], { where: { settledOn: null } })
  for (const borrower of [...owed.keys(), ...owingInRows.map((row) => row.borrower)].slice(-borrowersWhoOwe))
    if (groundTruth.borrowers.has(borrower)) borrowersToAsk.add(borrower)
  const all: BrokenPromise[] = []
  for (const borrower of borrowersToAsk) {
    const standing = await library.useCaseDependencies.decisionQueries.standing(borrower)()
    if (standing._tag === 'Left' || standing.right === undefined) continue
    if (standing.right.owed !== (owed.get(borrower) ?? 0))
      all.push(broken('balance is the sum of the fees', 'owes another amount', borrower))
  }
  return all
}

/** Each message that is due is made once, and no other. */
export const checkMessages: Check = ({ year, day, facts }) => {
  const due = [...messagesDue(year.groundTruth, day, facts)]
  const all: BrokenPromise[] = []
  for (const { message, borrower, kind } of facts.made) {
    const at = due.indexOf(dueMessage(borrower, kind))
    if (at === -1) all.push(broken('each due message once, and no other', `a ${kind} that is not due`, message))
    else due.splice(at, 1)
  }
  return [
    ...all,
    ...due.map((missing) => broken('each due message once, and no other', 'a message was not made', missing)),
  ]
}
