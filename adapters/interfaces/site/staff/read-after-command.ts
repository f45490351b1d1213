import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { waitForReactionsAndReadModels } from '../../http/request-handling/wait-for-reactions-and-read-models'
import type { PageRequest } from '../page/site-page'

/** Reads what a page shows in answer to a form, with what the form has done and the reactions to it. */
export const readAfterCommand =
  ({ library }: Pick<PageRequest, 'library'>) =>
  <A>(read: TE.TaskEither<HttpFailure, A>): TE.TaskEither<HttpFailure, A> =>
    pipe(
      waitForReactionsAndReadModels(library)(library.positionsOfCommands()),
      TE.flatMap(() => read),
    )
