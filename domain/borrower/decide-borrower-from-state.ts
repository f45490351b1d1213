import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BorrowerEvent } from './borrower-event'
import { refuseBorrowerCommand, type BorrowerRefusal } from './borrower-refusal'
import type { BorrowerState, RegisteredBorrower } from './borrower-state'

/** The events of a command to a borrower, or why it is refused. */
export type BorrowerDecisionResult = Either<BorrowerRefusal, ReadonlyArray<BorrowerEvent>>

/** The result of a command, by the state of the borrower. */
export type DecideFromState = (state: BorrowerState) => BorrowerDecisionResult

/** Decides for a registered borrower. Any other, erased ones included, is refused with `BorrowerIsUnknown`. */
export const decideWhenRegistered =
  (then: (borrower: RegisteredBorrower) => BorrowerDecisionResult): DecideFromState =>
  (state) =>
    state._tag === 'Registered' ? then(state) : refuseBorrowerCommand('BorrowerIsUnknown')

/** The command is accepted and nothing changes. */
export const acceptedWithoutChange: BorrowerDecisionResult = E.right([])
