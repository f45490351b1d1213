import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { feeAggregate } from '../fee/aggregate'
import type { FeeCommand } from '../fee/decide'
import type { FeeEvent } from '../fee/fee-event'
import type { FeeRefusal } from '../fee/refusal'
import { handle } from '../handling/handle'
import type { BorrowerId } from '../language/ids'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** What staff may do with a fee. */
export type FeeRelief = Extract<FeeCommand, { readonly type: 'WaiveFee' | 'CancelFee' }>

/** Lets a borrower off a fee, at the borrower's gate. */
export const relieve =
  (library: Library) =>
  (borrower: BorrowerId, acted: Acted) =>
  (command: FeeRelief): Answer<FeeRefusal, FeeEvent> =>
    pipe(
      idsOf(library)(acted),
      TE.chainW(({ cause }) => handle(library.desk)(feeAggregate)(command.fee, cause)(command)),
      atGate(library)(borrower),
    )
