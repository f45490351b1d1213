import type { Either } from 'fp-ts/Either'
import type { MonthEvent } from './month-event'
import type { MonthRefusal } from './month-refusal'
import type { MonthState } from './month-state'

/** The result of a command, by the state of the month. */
export type DecideFromState = (state: MonthState) => Either<MonthRefusal, ReadonlyArray<MonthEvent>>
