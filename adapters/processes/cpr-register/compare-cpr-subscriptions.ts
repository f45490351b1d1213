import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { Cpr } from '../../../domain/values/cpr'
import type { BorrowerWithCpr } from '../../../projections/borrowers/cpr-register-queries'
import { completeFromCprRegister } from './complete-from-cpr-register'
import type { CprRegisterPorts } from './cpr-register-ports'

/** The borrowers and their numbers, a page at a time. Requests are answered between two pages. */
async function* pagesOfBorrowers({
  pageOfBorrowers,
}: CprRegisterPorts): AsyncGenerator<ReadonlyArray<BorrowerWithCpr>, void, undefined> {
  for (let page = pageOfBorrowers(undefined); page !== undefined; page = pageOfBorrowers(page.last)) {
    yield page.borrowers
    await setImmediate()
  }
}

/** Completes the borrowers without a subscription: those who were registered while the register did not answer. */
const completeBorrowers = async (ports: CprRegisterPorts, subscribed: ReadonlySet<Cpr>): Promise<boolean> => {
  for await (const page of pagesOfBorrowers(ports))
    for (const each of page.filter(({ cpr }) => !subscribed.has(cpr))) {
      if (ports.borrowerWith(each.cpr) !== each.borrower) continue
      if (!(await ports.mayContinue())) return false
      if (E.isLeft(await completeFromCprRegister(ports)(each)())) return false
    }
  return true
}

/** The subscriptions that no borrower in the pages has, as far as the pages tell. */
const subscriptionsToCheck = async (
  ports: CprRegisterPorts,
  subscribed: ReadonlySet<Cpr>,
): Promise<ReadonlySet<Cpr>> => {
  const left = new Set(subscribed)
  for await (const page of pagesOfBorrowers(ports)) for (const { cpr } of page) left.delete(cpr)
  for (const cpr of ports.numbersOfEndingBorrowers()) if (subscribed.has(cpr)) left.add(cpr)
  return left
}

/** Ends the subscriptions to numbers that no borrower has: of erased borrowers, and of numbers that were put right. */
const endSubscriptions = async (ports: CprRegisterPorts, subscribed: ReadonlySet<Cpr>): Promise<boolean> => {
  for (const cpr of await subscriptionsToCheck(ports, subscribed)) {
    if (ports.borrowerWith(cpr) !== undefined) continue
    if (!(await ports.mayContinue())) return false
    if (E.isLeft(await ports.register.unsubscribe(cpr)())) return false
  }
  return true
}

/**
 * Compares the subscriptions with the borrowers, both ways. The list of the register is the only one: the library writes down
 * nothing of it, and after a crash the next comparison does what is left. False when it ended before all was done.
 */
export const compareCprSubscriptions = async (ports: CprRegisterPorts): Promise<boolean> => {
  const subscribed = await ports.register.subscriptions()
  if (E.isLeft(subscribed)) {
    ports.reportUnavailable()
    return false
  }
  if (E.isLeft(await ports.catchUp())) return false
  const areEnded = await endSubscriptions(ports, subscribed.right)
  return areEnded && completeBorrowers(ports, subscribed.right)
}

/** Ends the subscriptions of the borrowers who are about to be erased, while their numbers are known. */
export const endSubscriptionsBeforeErasing = async (
  ports: Pick<CprRegisterPorts, 'catchUp' | 'numbersOfEndingBorrowers' | 'register' | 'reportUnavailable'>,
): Promise<void> => {
  if (E.isLeft(await ports.catchUp())) return
  for (const cpr of ports.numbersOfEndingBorrowers())
    if (E.isLeft(await ports.register.unsubscribe(cpr)())) {
      ports.reportUnavailable()
      return
    }
}
