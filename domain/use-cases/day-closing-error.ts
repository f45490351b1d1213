import type { DayClosingStep } from '../closing/day-closing-steps'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import type { ClosingQueries } from '../ports/closing-queries'
import type { ServerLogInMemory } from '../ports/server-log-in-memory'
import type { ShortTermStore } from '../ports/short-term-store'
import type { UseCaseDependencies } from './use-case-dependencies'

/** A step of a closing was refused. The closing is tried again from its first step. */
export interface DayClosingRefused {
  readonly _tag: 'DayClosingRefused'
  readonly step: DayClosingStep
  readonly because: string
}

export type DayClosingError = InfrastructureError | DayClosingRefused

/** What the closings need. */
export interface DayClosingDependencies extends UseCaseDependencies {
  readonly closingQueries: ClosingQueries
  /** Where the openings of records wait, and the hours of the server log. */
  readonly shortTerm: Pick<ShortTermStore, 'list' | 'remove'>
  readonly serverLogInMemory: ServerLogInMemory
}

export const toDayClosingError =
  (step: DayClosingStep) =>
  (error: CommandError<{ readonly _tag: string }>): DayClosingError =>
    error._tag === 'Refused' ? { _tag: 'DayClosingRefused', step, because: error.refusal._tag } : error
