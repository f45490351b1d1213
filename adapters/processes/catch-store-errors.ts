import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { isStoreError } from '../stores/store-error'

/** Turns a store error that is thrown while reading into an error value. Every other error is still thrown. */
export const catchStoreErrors =
  <Err, A>(task: TaskEither<Err, A>): TaskEither<Err | StoreUnavailable, A> =>
  async () => {
    try {
      return await task()
    } catch (error) {
      if (!isStoreError(error)) throw error
      const { reason, store } = error
      return E.left({ _tag: 'StoreUnavailable', reason, ...(store === undefined ? {} : { store }) })
    }
  }
