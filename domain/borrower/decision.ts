import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BorrowerEvent } from './borrower-event'
import { refuse, type BorrowerRefusal } from './refusal'
import type { BorrowerState, Registered } from './state'

/** What a command makes happen to a borrower, or why not. */
export type Outcome = Either<BorrowerRefusal, ReadonlyArray<BorrowerEvent>>

/** What a command may make happen to a borrower in some state. */
export type Decision = (state: BorrowerState) => Outcome

/** Decides for a borrower; for anybody else, erased ones included: `BorrowerIsUnknown`. */
export const whenRegistered =
  (then: (borrower: Registered) => Outcome): Decision =>
  (state) =>
    state._tag === 'Registered' ? then(state) : refuse('BorrowerIsUnknown')

/** Accepted, and nothing has to change. */
export const nothingNew: Outcome = E.right([])
