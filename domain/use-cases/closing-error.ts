import type { ClosingStep } from '../closing/order'
import type { HandlingError, Trouble } from '../command-handling/handling-error'
import type { ClosingLookUp } from '../ports/closing-look-up'
import type { Library } from './library'

/** A closing that was refused a step: it is tried again from the first. */
export interface ClosingRefused {
  readonly _tag: 'ClosingRefused'
  readonly step: ClosingStep
  readonly because: string
}

export type ClosingError = Trouble | ClosingRefused

/** A library with what its closings look up. */
export interface ClosingLibrary extends Library {
  readonly closing: ClosingLookUp
}

export const refusedAt =
  (step: ClosingStep) =>
  (error: HandlingError<{ readonly _tag: string }>): ClosingError =>
    error._tag === 'Refused' ? { _tag: 'ClosingRefused', step, because: error.refusal._tag } : error
