import type { Either } from 'fp-ts/Either'
import type { DayEvent } from './day-event'
import type { DayRefusal } from './refusal'
import type { DayState } from './state'

/** What a command may make happen to a day in some state. */
export type Decision = (state: DayState) => Either<DayRefusal, ReadonlyArray<DayEvent>>
