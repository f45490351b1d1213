import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import { subtractOre, type Ore } from '../../values/ore'
import type { FeeTransactionRole } from '../fee-transaction-role'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeeReduced } from '../events/fee-reduced'
import { refuseFeeCommand } from '../fee-refusal'
import { unlessAtCollector } from '../unless-at-collector'

/** Reduces what is owed for a fee (nedsættelse), in øre. */
export interface ReduceFee {
  readonly type: 'ReduceFee'
  readonly fee: FeeId
  readonly by: Ore
  readonly reason: string
  readonly role: FeeTransactionRole
  readonly on: Day
}

/**
 * A reduction leaves something owed: a fee is settled by payment, write-off or cancellation. Refused: `FeeIsUnknown`,
 * `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`, `FeeIsPassedOn`, `AmountIsNothing`, `ReductionIsTooLarge`.
 */
export const decideReduceFee = ({ fee, by, reason, role, on }: ReduceFee): DecideFromState =>
  unlessAtCollector(role)(
    decideWhenFeeIsOwed(({ borrower, amount }) => {
      if (by === 0) return refuseFeeCommand('AmountIsNothing')
      if (by >= amount) return refuseFeeCommand('ReductionIsTooLarge')
      const left = subtractOre(by)(amount)
      return E.right([FeeReduced({ fee }, { fee: { borrower, by, amount: left, reducedOn: on, reason, role } })])
    }),
  )
