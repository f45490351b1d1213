import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import type { FeeTransactionRole } from '../fee-transaction-role'
import type { DecideFromState } from '../decide-fee-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { FeeWrittenOff } from '../events/fee-written-off'
import { unlessAtCollector } from '../unless-at-collector'

/** Writes a fee off (afskrivning): the library gives up what is owed. */
export interface WriteOffFee {
  readonly type: 'WriteOffFee'
  readonly fee: FeeId
  /** In words; null when the debt has lapsed. */
  readonly reason: string | null
  readonly role: FeeTransactionRole
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`, `FeeIsPassedOn`. */
export const decideWriteOffFee = ({ fee, reason, role, on }: WriteOffFee): DecideFromState =>
  unlessAtCollector(role)(
    decideFeeSettlement(
      ['Owed'],
      on,
    )(({ borrower, amount }) => FeeWrittenOff({ fee }, { fee: { borrower, amount, reason, role } })),
  )
