import * as E from 'fp-ts/Either'
import { changeOrCancelReservation } from '../../../domain/use-cases/change-or-cancel-reservation'
import { payFees } from '../../../domain/use-cases/pay-fees'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { sumOfOre } from '../../../domain/values/ore'
import { feesTable } from '../../../projections/fees/fee-tables'
import { reservationsTable, reservedCopiesTable } from '../../../projections/queue/queue-tables'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { count, keyedAt, readRows, type Week } from './week'
import { branches } from './week-settings'

export const reserve = async (week: Week): Promise<void> => {
  const { random, library } = week
  // Few titles are wanted by many.
  const titles = [...new Set(week.titleOf.values())]
  const title = titles[Math.floor(random.fraction() ** 2 * titles.length)]
  const [borrower, pickUpBranch] = [random.pickOne(week.borrowers), random.pickOne(branches)]
  if (title === undefined || borrower === undefined) return
  await readRows(week)
  const request = { title, borrower, pickUpBranch, interestUntil: undefined, ...keyedAt(week.nextMoment()) }
  if (E.isRight(await reserveTitle(library.useCaseDependencies)(request)())) count(week, 'reserved')
}

/** Cancels a reservation, by preference one whose copy is under way, or changes its pick-up branch. */
export const changeReservation = async (week: Week): Promise<void> => {
  const rows = await readRows(week)
  const underWay = rows.find(reservedCopiesTable, { where: { state: 'inTransit' }, orderBy: ['copy'] })
  const all = rows.find(reservationsTable, { orderBy: ['madeAt'] })
  const picked = week.random.withProbability(0.7)
    ? all.find(({ reservation }) => reservation === week.random.pickOne(underWay)?.reservation)
    : week.random.pickOne(all)
  if (picked === undefined) return
  const { title, reservation, interestUntil } = picked
  const pickUpBranch = week.random.pickOne(branches) ?? picked.pickUpBranch
  const metadata = keyedAt(week.nextMoment())
  const change = changeOrCancelReservation(week.library.useCaseDependencies)(title, metadata)
  const changed = await (
    week.random.withProbability(0.6)
      ? change({ type: 'CancelReservation', title, reservation })
      : change({ type: 'ChangeReservation', title, reservation, pickUpBranch, interestUntil, at: metadata.at })
  )()
  if (E.isRight(changed)) count(week, 'reservation changed or cancelled')
}

/** A borrower pays all that is owed for lateness, and the order arrives twice. */
export const pay = async (week: Week): Promise<void> => {
  const owed = (await readRows(week)).find(feesTable, { where: { kind: 'lateness', settledOn: null } })
  const debtors = new Set(owed.map((fee) => fee.borrower))
  const borrower = week.random.pickOne(week.borrowers.filter((one) => debtors.has(one)))
  if (borrower === undefined) return
  const paid = owed.filter((fee) => fee.borrower === borrower)
  const { at, origin } = keyedAt(week.nextMoment())
  const [order, amount] = [`order ${at}`, sumOfOre(paid.map((fee) => fee.amount))]
  const payOnce = payFees(week.library.useCaseDependencies)({
    ...{ borrower, order, amount, at, origin },
    fees: paid.map(({ fee }) => fee),
  })
  const payments = [rightOrThrow(await payOnce()), rightOrThrow(await payOnce())]
  if (payments.some(({ payment }) => payment !== payments[0]?.payment)) throw new Error('an order was paid twice')
  week.payments.set(order, amount)
  count(week, 'paid')
}
