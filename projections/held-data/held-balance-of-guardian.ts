import type { BorrowerOverview } from '../borrower-overview/borrower-overview'
import { childForGuardian } from '../guardians/guardianship-overview'
import type { GuardianPolicy } from '../../domain/policy/guardian-policy'
import type { Day } from '../../domain/values/day'
import { namedDayOfForgetting, type DaysOfForgetting } from '../legal-holds/days-of-forgetting'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { heldPaymentsOf } from './held-balance'

/**
 * What a child owes as its guardian sees it, and the payments of these fees. A payment does not say who paid it. Undefined when
 * there is nothing.
 */
export const heldBalanceOfGuardian =
  (paymentDays: number, policy: GuardianPolicy, today: Day) =>
  (overview: BorrowerOverview, days: DaysOfForgetting) =>
  (rows: ReadModelRows) => {
    const { owed, fees } = childForGuardian(policy, today)(overview)
    const shown = new Set(fees.map(({ fee }) => fee))
    const payments = heldPaymentsOf(
      paymentDays,
      overview.record.borrower,
    )(rows)
      .filter(({ paidFees }) => paidFees.every((fee) => shown.has(fee)))
      .map((one) => ({ ...one, forgottenOn: namedDayOfForgetting(days)(one.payment, one.forgottenOn) }))
    return fees.length === 0 && payments.length === 0 ? undefined : { owed, fees, payments }
  }
