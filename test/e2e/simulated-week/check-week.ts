import { dependsOnDayOfStaffAction } from './depends-on-day-of-staff-action'
import { copiesTable } from '../../../projections/copies/copies-table'
import { feeItemsTable, feesTable, paymentsTable } from '../../../projections/fees/fee-tables'
import { offlineLoanCasesTable, unmatchedCasesTable } from '../../../projections/offline-cases/offline-case-tables'
import { loansTable } from '../../../projections/loans/loans-table'
import { reservationsTable, reservedCopiesTable } from '../../../projections/queue/queue-tables'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { dayOf } from '../../../domain/values/instant'
import { loansInTime, oreOwed, type LoanInTime } from './loans-in-time'
import { readRows, type Week } from './week'

const repeated = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> =>
  values.filter((value, index) => values.indexOf(value) !== index)

/** No copy is promised twice, and no reservation has two copies. */
const checkPromises = (rows: ReadModelRows): void => {
  const promises = rows.find(reservedCopiesTable, {})
  expect(repeated(promises.map(({ copy }) => copy))).toEqual([])
  expect(repeated(promises.map(({ reservation }) => reservation))).toEqual([])
}

/** A ready reservation has its copy, and the copy is on the pick-up shelf of its branch, in the rows and really. */
const checkReadyReservations = (week: Week, rows: ReadModelRows): void => {
  const copies = new Map(rows.find(copiesTable, {}).map((row) => [row.copy, row]))
  const reserved = new Map(rows.find(reservedCopiesTable, {}).map((row) => [row.reservation, row]))
  const unsent = new Set(week.machines.flatMap((machine) => machine.unsent.map(({ copy }) => copy)))
  for (const { reservation, copy, pickUpBranch } of rows.find(reservationsTable, {})) {
    if (copy === null) continue
    expect(reserved.get(reservation)).toMatchObject({ copy, state: 'ready', branch: pickUpBranch })
    expect(copies.get(copy)).toMatchObject({ status: 'ready', branch: pickUpBranch })
    if (!unsent.has(copy) && !week.takenAway.has(copy))
      expect([copy, week.places.get(copy)]).toEqual([copy, { type: 'at', branch: pickUpBranch }])
  }
}

/** The loans are those of the steps in their order in time, and a copy is on loan to at most one borrower. */
const checkLoans = (week: Week, rows: ReadModelRows, expected: ReadonlyArray<LoanInTime>): void => {
  const all = rows.find(loansTable, {})
  expect(repeated(all.filter(({ endedOn }) => endedOn === null).map(({ copy }) => copy))).toEqual([])
  const described = (loan: string | undefined, row: object) => [loan, row] as const
  const isInDoubt = (loan: string): boolean => week.loansInDoubt.has(loan)
  const known = all
    .filter(({ loan }) => !isInDoubt(loan))
    .map(({ loan, borrower, copy, lentOn, dueOn, endedOn, end }) =>
      described(loan, { borrower, copy, lentOn, dueOn, endedOn, isBilled: end === 'billed' }),
    )
  const inTime = expected.map(({ loan, borrower, copy, lentOn, dueOn, endedAt, isBilled }) =>
    described(week.loanIds.get(loan), {
      ...{ borrower, copy, lentOn, dueOn, isBilled, endedOn: endedAt === null ? null : dayOf(endedAt) },
    }),
  )
  expect(new Map(known)).toEqual(new Map(inTime.filter(([loan]) => !isInDoubt(loan ?? ''))))
  expect(all).toHaveLength(expected.length)
}

const feeKey = (of: {
  readonly borrower: string
  readonly lentOn: string
  readonly dueOn: string
  readonly occasion: string
}) => [of.borrower, of.lentOn, of.dueOn, of.occasion].join(' ')

/** Each lateness of the steps in their order in time has its fee, once; but for those that staff must look at. */
const checkFees = (week: Week, rows: ReadModelRows, expected: ReadonlyArray<LoanInTime>): void => {
  const isOfCase = (fee: { readonly borrower: string; readonly lentOn: string }): boolean =>
    week.feesInDoubt.has(`${fee.borrower} ${fee.lentOn}`)
  const standing = rows.find(feesTable, {}).filter(({ ending }) => ending !== 'cancelled')
  const lateness = standing.filter(({ kind }) => kind === 'lateness')
  expect(repeated(lateness.map(feeKey))).toEqual([])
  const levied = lateness.filter((fee) => !isOfCase(fee)).map((fee) => [feeKey(fee), fee.leviedAmount] as const)
  const owed = expected
    .flatMap(({ late }) => late)
    .filter((late) => !isOfCase(late))
    .map((late) => [feeKey(late), oreOwed(late, week.children.has(late.borrower))] as const)
  expect(new Map(levied)).toEqual(new Map(owed))
  const items = rows.find(feeItemsTable, {})
  const billed = standing
    .filter((fee) => fee.kind === 'compensation' && !isOfCase(fee))
    .flatMap(({ fee }) => items.filter((item) => item.fee === fee).map(({ copy }) => copy))
  const lost = expected.filter((loan) => loan.isBilled && !loan.isFound && !isOfCase(loan)).map(({ copy }) => copy)
  expect(billed.toSorted()).toEqual(lost.toSorted())
}

/** Each order is one payment, and what was paid is what the paid fees came to. */
const checkPayments = (week: Week, rows: ReadModelRows): void => {
  const payments = rows.find(paymentsTable, {}).map(({ order, amount }) => [order, amount] as const)
  expect(payments).toHaveLength(week.payments.size)
  expect(new Map(payments)).toEqual(week.payments)
  const paid = rows.find(feesTable, { where: { ending: 'paid' } })
  const sum = (amounts: ReadonlyArray<number>): number => amounts.reduce((total, amount) => total + amount, 0)
  expect(sum(paid.map(({ amount }) => amount))).toBe(sum([...week.payments.values()]))
}

/** What staff must resolve is what the test knows to contradict, and nothing else. */
const checkCases = (week: Week, rows: ReadModelRows): void => {
  const ofLoans = rows
    .find(offlineLoanCasesTable, {})
    .filter(({ against }) => !dependsOnDayOfStaffAction(against))
    .map(({ loan, act }) => `${loan} ${act}`)
  const unmatched = rows.find(unmatchedCasesTable, {}).map((row) => row.unmatched)
  expect([...ofLoans, ...unmatched].toSorted()).toEqual([...week.openCases].toSorted())
}

/** The invariants, for what the library has been told so far. */
export const checkWeek = async (week: Week): Promise<void> => {
  const rows = await readRows(week)
  const expected = loansInTime(week.arrived, week.library.useCaseDependencies.commandHandling.clock.now())
  checkPromises(rows)
  checkCases(week, rows)
  checkLoans(week, rows, expected)
  checkFees(week, rows, expected)
  checkPayments(week, rows)
  checkReadyReservations(week, rows)
  expect(await week.library.retention.status()).toMatchObject({ overdue: 0, failed: [] })
}
