import type { Either } from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventPage } from '../../../domain/ports/event-store'
import { isShuffledDuringRead } from '../../stores/eventstore/reads-during-shuffle'
import { isStoreError } from '../../stores/throwable-store-error'
import type { FailingPartRegistry, SystemPartName } from './failing-system-part-registry'

type Parts = Pick<FailingPartRegistry, 'failed' | 'worked'>

/** The tags of errors that say that a part fails. Any other error is the answer of a part that works. */
const failureTags: ReadonlySet<string> = new Set(['StoreUnavailable', 'Unavailable'])

const isFailure = (error: unknown): error is { readonly reason: string; readonly store?: string } =>
  typeof error === 'object' &&
  error !== null &&
  '_tag' in error &&
  failureTags.has(String(error._tag)) &&
  'reason' in error &&
  !('key' in error)

/** What an alarm names: a part of the system, or what the processes of a library share. */
type StoreName = SystemPartName | 'coordination'

/** The answer; an error that says that a store fails and names none gets this name. */
const withStoreName =
  (store: StoreName) =>
  <Err, A>(answer: Either<Err, A>): Either<Err, A> =>
    answer._tag === 'Left' && isFailure(answer.left) && answer.left.store === undefined
      ? { _tag: 'Left', left: { ...answer.left, store } }
      : answer

/** Names the store in the error of a task. */
export const nameStoreInError =
  (store: StoreName) =>
  <Err, A>(task: TaskEither<Err, A>): TaskEither<Err, A> =>
  async () =>
    withStoreName(store)(await task())

/** The same error; an error of a store that names none gets this name. */
const errorWithStoreName = (store: StoreName, error: unknown): unknown =>
  isStoreError(error) && error.store === undefined ? Object.assign(error, { store }) : error

/** Names the store in the error with which a promise rejects. */
export const nameStoreInRejection =
  (store: StoreName) =>
  <A>(promise: Promise<A>): Promise<A> =>
    promise.catch((error: unknown) => {
      throw errorWithStoreName(store, error)
    })

const note =
  (parts: Parts, part: SystemPartName) =>
  <Err extends object, A>(answer: Either<Err, A>): Either<Err, A> => {
    if (answer._tag === 'Left' && isFailure(answer.left)) parts.failed(part, answer.left.reason)
    else parts.worked(part)
    return withStoreName(part)(answer)
  }

/** Notes whether each call of a part fails. A part that says that it is busy works. */
export const noteFailuresOfTask =
  (parts: Parts, part: SystemPartName) =>
  <Args extends ReadonlyArray<unknown>, Err extends object, A>(call: (...args: Args) => TaskEither<Err, A>) =>
  (...args: Args): TaskEither<Err, A> =>
  async () =>
    note(parts, part)(await call(...args)())

/** The same for a call that answers at once. */
export const wrapCallToRecordPartFailures =
  (parts: Parts, part: SystemPartName) =>
  <Args extends ReadonlyArray<unknown>, Err extends object, A>(call: (...args: Args) => Either<Err, A>) =>
  (...args: Args): Either<Err, A> =>
    note(parts, part)(call(...args))

const noteError = (parts: Parts, part: SystemPartName, error: unknown): void => {
  if (isStoreError(error)) parts.failed(part, error.reason)
}

/** The same for a promise that rejects with the error of a store. */
export const noteOutcomeOfPromise =
  (parts: Parts, part: SystemPartName) =>
  async <A>(promise: Promise<A>): Promise<A> => {
    try {
      const answer = await nameStoreInRejection(part)(promise)
      parts.worked(part)
      return answer
    } catch (error) {
      noteError(parts, part, error)
      throw error
    }
  }

/**
 * Notes a failure while pages are read. A page that is read says nothing of writing, so it ends no failure. A log that was
 * shuffled meanwhile works, and its reader begins again.
 */
export const watchPages =
  (parts: Parts, part: SystemPartName) =>
  (pages: AsyncIterable<EventPage>): AsyncIterable<EventPage> => {
    const noteAndThrow = (error: unknown): never => {
      const named = errorWithStoreName(part, error)
      if (!isStoreError(named) || !isShuffledDuringRead(named)) noteError(parts, part, named)
      throw named
    }
    return {
      [Symbol.asyncIterator]: () => {
        const iterator = pages[Symbol.asyncIterator]()
        return {
          next: () => iterator.next().catch(noteAndThrow),
          return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
        }
      },
    }
  }
