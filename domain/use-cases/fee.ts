import { feeAggregate } from '../fee/aggregate'
import type { FeeCommand } from '../fee/decide'
import type { FeeEvent } from '../fee/fee-event'
import type { FeeRefusal } from '../fee/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { BorrowerId } from '../values/ids'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** What staff may do with a fee. */
export type FeeRelief = Extract<FeeCommand, { readonly type: 'WaiveFee' | 'CancelFee' }>

/** Lets a borrower off a fee, at the borrower's gate. */
export const relieve =
  (library: Library) =>
  (borrower: BorrowerId, acted: Acted) =>
  (command: FeeRelief): Answer<FeeRefusal, FeeEvent> =>
    withIds(library)(acted, () => addressOf(feeAggregate)(command.fee))(({ cause }) =>
      atGate(library)(borrower)(handle(library.desk)(feeAggregate)(command.fee, cause)(command)),
    )
