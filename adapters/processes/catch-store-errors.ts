import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../domain/command-handling/open-event'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { isStoreError } from '../stores/throwable-store-error'

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

/** The same for what reads events or what was folded from them: a store that cannot be read is `Unavailable`. */
export const storeErrorsAsUnavailable =
  <A>(reading: TaskEither<EventReadError, A>): TaskEither<EventReadError, A> =>
  async () => {
    const answer = await catchStoreErrors(reading)()
    if (answer._tag === 'Right') return answer
    return E.left(answer.left._tag === 'StoreUnavailable' ? { ...answer.left, _tag: 'Unavailable' } : answer.left)
  }
