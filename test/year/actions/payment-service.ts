import { startPayment } from '../../../domain/use-cases/start-payment'
import { addDays } from '../../../domain/values/day'
import { thirtyDaysAfter } from '../ground-truth/end-days'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { addScope, endScope } from '../ground-truth/scopes'
import { attempt, count, noteUse, todayIn, type SimulatedYear } from '../simulated-year'
import { settleFee, payableFeesOf } from './fees'

/**
 * A borrower goes to the payment service. One in four gives up there: the service refuses the order, and the payment that was
 * started is forgotten after three days.
 */
export const payByService = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const { library, groundTruth, paymentService, random } = year
  const owed = payableFeesOf(year, borrower)
  if (owed.length === 0) return
  const today = todayIn(year)
  const fees = owed.map(({ fee }) => fee)
  const returnUrl = 'https://bibliotek.example.dk/mit/mellemvaerende/betaling'
  const start = startPayment(library.useCaseDependencies)({ borrower: borrower.id, fees, returnUrl })
  const started = await attempt(year, 'payment started', start)
  if (started === undefined) return
  const { payment, amount } = started
  const order = paymentService.lastOrder()
  addScope(groundTruth, {
    ...{ id: payment, class: 'payment', borrower: borrower.id, lastDay: addDays(3)(today) },
    texts: [{ text: order, kind: 'outstandingBalance' }],
  })
  const isRefused = random.withProbability(0.25)
  paymentService.statuses.set(order, isRefused ? 'refused' : 'paid')
  await library.payments.confirmStarted()
  groundTruth.payments.set(payment, { payment, borrower: borrower.id, order, amount, paidOn: isRefused ? null : today })
  if (isRefused) return
  count(year, 'paid by payment service')
  groundTruth.scopes.set(payment, { ...groundTruth.scopes.get(payment)!, lastDay: null })
  endScope(groundTruth, payment, thirtyDaysAfter(today))
  for (const fee of owed) settleFee(year, fee, 'paid')
  noteUse(year, borrower.id)
  await library.useCaseDependencies.waitForReactions()
}
