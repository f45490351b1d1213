import type { Either } from 'fp-ts/Either'
import type { CopyEvent } from './copy-event'
import type { CopyRefusal } from './refusal'
import type { CopyState } from './state'

/** What a command may make happen to a copy in some state. */
export type Decision = (state: CopyState) => Either<CopyRefusal, ReadonlyArray<CopyEvent>>
