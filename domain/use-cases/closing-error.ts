import type { ClosingStep } from '../closing/closing-steps'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import type { ClosingQueries } from '../ports/closing-queries'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A step of a closing was refused. The closing is tried again from its first step. */
export interface ClosingRefused {
  readonly _tag: 'ClosingRefused'
  readonly step: ClosingStep
  readonly because: string
}

export type ClosingError = InfrastructureError | ClosingRefused

/** What the closings need. */
export interface ClosingDependencies extends UseCaseDependencies {
  readonly closingQueries: ClosingQueries
}

export const toClosingError =
  (step: ClosingStep) =>
  (error: CommandError<{ readonly _tag: string }>): ClosingError =>
    error._tag === 'Refused' ? { _tag: 'ClosingRefused', step, because: error.refusal._tag } : error
