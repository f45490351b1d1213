import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { Cpr } from '../../../domain/values/cpr'
import type { BorrowerId } from '../../../domain/values/ids'
import { completeFromCprRegister } from './complete-from-cpr-register'
import type { CprRegisterPorts } from './cpr-register-ports'

/** Completes the borrowers without a subscription: those who were registered while the register did not answer. */
const completeBorrowers = async (ports: CprRegisterPorts, subscribed: ReadonlySet<Cpr>): Promise<boolean> => {
  let last: BorrowerId | undefined
  for (let page = ports.pageOfBorrowers(last); page !== undefined; page = ports.pageOfBorrowers(last)) {
    for (const each of page.borrowers.filter(({ cpr }) => !subscribed.has(cpr))) {
      if (!(await ports.mayContinue())) return false
      if (E.isLeft(await completeFromCprRegister(ports)(each)())) return false
    }
    last = page.last
    // Requests are answered between two pages.
    await setImmediate()
  }
  return true
}

/** Ends the subscriptions to numbers that no borrower has: of erased borrowers, and of numbers that were put right. */
const endSubscriptions = async (ports: CprRegisterPorts, subscribed: ReadonlySet<Cpr>): Promise<boolean> => {
  for (const cpr of subscribed) {
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
