import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import { isScopeEndedError } from '../command-handling/event-damage'
import { handleCommand } from '../command-handling/handle-command'
import { noticeAggregate } from '../notice/notice-aggregate'
import type { NoticeContent } from '../notice/notice-content'
import type { NoticeId, ScopeId } from '../values/ids'
import { monthOf, type Month } from '../values/month'
import { idDeriverUnder } from './id-derivers'
import type { UseCaseDependencies } from './use-case-dependencies'

/** Makes a notice with an id, unless it is made already. Undefined, or an erased borrower: nothing is made. */
export const makeNoticeWithId =
  ({ commandHandling }: UseCaseDependencies) =>
  (content: NoticeContent, madeIn: Month) =>
  (notice: NoticeId | undefined): TE.TaskEither<InfrastructureError, void> =>
    notice === undefined
      ? TE.right(undefined)
      : pipe(
          handleCommand(commandHandling)(noticeAggregate)(notice)({ type: 'MakeNotice', notice, madeIn, content }),
          TE.map(() => undefined),
          TE.orElse((error) =>
            error._tag === 'Refused' || isScopeEndedError(error) ? TE.right(undefined) : TE.left(error),
          ),
        )

/**
 * Writes to a borrower because of something in *persons*: makes a notice, which is sent within the minute. `cause` says
 * what it is made for, such as the id of the address to be confirmed: one notice of a kind is made for each cause of a
 * borrower, however often this runs. Its id is derived under the borrower's key, so nobody can derive it once the
 * borrower is erased.
 */
export const makeNotice =
  (dependencies: UseCaseDependencies) =>
  (content: NoticeContent, cause: string): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      idDeriverUnder(dependencies, content.borrower as string as ScopeId),
      TE.map((deriveId) => deriveId?.(`notice\n${content.kind}\n${cause}`) as NoticeId | undefined),
      TE.chain(makeNoticeWithId(dependencies)(content, monthOf(dependencies.commandHandling.clock.today()))),
    )
