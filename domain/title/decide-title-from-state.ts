import type { Either } from 'fp-ts/Either'
import type { TitleRefusal } from './title-refusal'
import type { TitleState } from './title-state'
import type { TitleEvent } from './title-event'

/** The result of a command, by the state of the queue. */
export type DecideFromState = (state: TitleState) => Either<TitleRefusal, ReadonlyArray<TitleEvent>>
