import type { TaskEither } from 'fp-ts/TaskEither'
import type { Handled } from '../command-handling/handle'
import type { HandlingError } from '../command-handling/handling-error'
import type { TooLate } from './origin'

/** What came of an act: what was handled, and the ids it gave to what it made. */
export type Answer<R, Ev, Made = unknown> = TaskEither<HandlingError<R> | TooLate, Handled<Ev> & Made>
