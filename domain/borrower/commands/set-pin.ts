import { either as E } from 'fp-ts'
import type { BorrowerId, PinId } from '../../values/ids'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { PinSet } from '../events/pin-set'

/** Sets the PIN of a borrower, for the first time or in place of another. */
export interface SetPin {
  readonly type: 'SetPin'
  readonly borrower: BorrowerId
  readonly pin: PinId
  /** The salted hash of the PIN, which nobody can read. */
  readonly hash: string
}

/** Refused: `BorrowerIsUnknown`. */
export const decideSetPin = ({ borrower, pin, hash }: SetPin): DecideFromState =>
  decideWhenRegistered(({ pin: replaces }) => E.right([PinSet({ borrower, pin, replaces }, { pin: { hash } })]))
