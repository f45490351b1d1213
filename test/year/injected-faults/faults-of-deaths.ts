import type { Cpr } from '../../../domain/values/cpr'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { InjectedFault } from './injected-fault'

/** The erasure of a borrower has not ended the subscription at the CPR register. */
export const subscriptionLeft: InjectedFault = {
  promise: 'cprNumber',
  title: 'the register is asked for changes of somebody who is not registered',
  inject: async ({ midnight: { year } }) => {
    const { register } = year.cprRegister
    const cpr = '0101715999' as Cpr
    rightOrThrow(await register.subscribe(cpr)())
    return async () => rightOrThrow(await register.unsubscribe(cpr)())
  },
}

/** Somebody who has a loan has died, and the library knows nothing of it. */
export const estateMissing: InjectedFault = {
  promise: 'estates of those who died',
  title: 'somebody died who has a loan, and no estate is listed',
  inject: ({ midnight: { day, year } }) => {
    const { loanOfCopy, borrowers } = year.groundTruth
    const borrower = [...loanOfCopy.values()]
      .map((loan) => borrowers.get(loan.borrower))
      .find((one) => one !== undefined && one.diedOn === null)!
    borrower.diedOn = day
    return Promise.resolve(() => {
      borrower.diedOn = null
      return Promise.resolve()
    })
  },
}
