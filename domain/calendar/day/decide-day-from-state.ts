import type { Either } from 'fp-ts/Either'
import type { DayEvent } from './day-event'
import type { DayRefusal } from './day-refusal'
import type { DayState } from './day-state'

/** The result of a command, by the state of the day. */
export type DecideFromState = (state: DayState) => Either<DayRefusal, ReadonlyArray<DayEvent>>
