import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isStoreError } from '../../stores/store-error'

/** Answers, as an error value, that a store went away in the middle of being read. What else is thrown stays thrown. */
export const whenAway =
  <Err, A>(work: TaskEither<Err, A>): TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    try {
      return await work()
    } catch (error) {
      if (!isStoreError(error)) throw error
      return E.left({ _tag: 'StoreUnavailable', reason: error.reason })
    }
  }
