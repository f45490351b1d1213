import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'

/** Registers an opened store, to close it when a later step fails. */
export type CloseOnFailure = <Err, A extends { readonly close: Task<void> }>(
  opening: TE.TaskEither<Err, A>,
) => TE.TaskEither<Err, A>

/** Opens stores one after another. When one fails, closes those that are open, so that none keeps the process running. */
export const openStoresOrCloseAll =
  <Err, A>(open: (closeOnFailure: CloseOnFailure) => TE.TaskEither<Err, A>): TE.TaskEither<Err, A> =>
  async () => {
    const closes: Array<Task<void>> = []
    const closeOnFailure: CloseOnFailure = TE.map((opened) => {
      closes.unshift(opened.close)
      return opened
    })
    const outcome = await open(closeOnFailure)()
    if (E.isLeft(outcome)) for (const close of closes) await close()
    return outcome
  }
