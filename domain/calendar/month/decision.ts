import type { Either } from 'fp-ts/Either'
import type { MonthEvent } from './month-event'
import type { MonthRefusal } from './refusal'
import type { MonthState } from './state'

/** What a command may make happen to a month in some state. */
export type Decision = (state: MonthState) => Either<MonthRefusal, ReadonlyArray<MonthEvent>>
