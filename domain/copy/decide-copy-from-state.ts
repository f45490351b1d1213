import type { Either } from 'fp-ts/Either'
import type { CopyEvent } from './copy-event'
import type { CopyRefusal } from './copy-refusal'
import type { CopyState } from './copy-state'

/** The result of a command, by the state of the copy. */
export type DecideFromState = (state: CopyState) => Either<CopyRefusal, ReadonlyArray<CopyEvent>>
