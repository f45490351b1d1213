import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import { decideWhenFeeIsOwed } from '../decide-when-fee-is-owed'
import type { DecideFromState } from '../decide-fee-from-state'
import { DebtRenewed } from '../events/debt-renewed'
import type { FeeTransactionRole } from '../fee-transaction-role'

/** Renews the debt of a fee, so that it does not lapse: it is acknowledged, or was claimed at law. */
export interface RenewDebt {
  readonly type: 'RenewDebt'
  readonly fee: FeeId
  /** The new last day on which the fee is owed. */
  readonly owedUntil: Day
  readonly reason: string
  readonly role: FeeTransactionRole
  readonly on: Day
}

/**
 * A renewal to no later day changes nothing. Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`,
 * `FeeIsForgotten`.
 */
export const decideRenewDebt = ({ fee, owedUntil, reason, role, on: renewedOn }: RenewDebt): DecideFromState =>
  decideWhenFeeIsOwed((debt, owed) =>
    E.right(
      owedUntil <= owed.owedUntil
        ? []
        : [DebtRenewed({ fee, owedUntil }, { fee: { borrower: debt.borrower, renewedOn, reason, role } })],
    ),
  )
