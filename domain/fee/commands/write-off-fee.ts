import type { Day } from '../../values/day'
import type { FeeId } from '../../values/ids'
import type { FeeTransactionRole } from '../fee-transaction-role'
import type { DecideFromState } from '../decide-fee-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { FeeWrittenOff } from '../events/fee-written-off'

/** Writes a fee off (afskrivning): the library gives up what is owed. */
export interface WriteOffFee {
  readonly type: 'WriteOffFee'
  readonly fee: FeeId
  readonly reason: string
  readonly role: FeeTransactionRole
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`. */
export const decideWriteOffFee = ({ fee, reason, role, on }: WriteOffFee): DecideFromState =>
  decideFeeSettlement(
    ['Owed'],
    on,
  )(({ borrower, amount }) => FeeWrittenOff({ fee }, { fee: { borrower, amount, reason, role } }))
