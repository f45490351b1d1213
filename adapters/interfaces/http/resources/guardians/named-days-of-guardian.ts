import type { HeldDataOfGuardian } from '../../../../../projections/held-data/held-data-of-guardian'
import { namedDayOfForgetting, type DaysOfForgetting } from '../../../../../projections/legal-holds/days-of-forgetting'

/**
 * What the library holds on the guardian of a child, with the days that may be named of the child. The days of fees are named
 * already.
 */
export const withNamedDaysOfGuardian =
  (days: DaysOfForgetting) =>
  ({ outstandingBalance, messages, notices, ...held }: HeldDataOfGuardian) => {
    const named = namedDayOfForgetting(days)
    return {
      ...held,
      outstandingBalance: outstandingBalance && {
        ...outstandingBalance,
        payments: outstandingBalance.payments.map((one) => ({
          ...one,
          forgottenOn: named(one.payment, one.forgottenOn),
        })),
      },
      messages: messages && {
        messages: messages.messages.map((one) => ({ ...one, forgottenOn: named(one.message, one.forgottenOn) })),
      },
      notices: notices && {
        notices: notices.notices.map((one) => ({ ...one, forgottenOn: named(one.notice, one.forgottenOn) })),
      },
    }
  }

export type HeldDataNamed = ReturnType<ReturnType<typeof withNamedDaysOfGuardian>>
