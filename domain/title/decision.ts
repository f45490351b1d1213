import type { Either } from 'fp-ts/Either'
import type { TitleRefusal } from './refusal'
import type { TitleState } from './state'
import type { TitleEvent } from './title-event'

/** What a command may make happen to a title's queue in some state. */
export type Decision = (state: TitleState) => Either<TitleRefusal, ReadonlyArray<TitleEvent>>
