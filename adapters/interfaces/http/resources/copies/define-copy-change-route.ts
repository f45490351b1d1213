import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeCopy, type CopyCommandOfStaff } from '../../../../../domain/use-cases/change-copy'
import type { CopyId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import type { ObjectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import type { Route } from '../../route/route'
import { CopyChangedAnswer, CopyPathParameters } from './copy-answer-codecs'

interface CopyChangeRoute<B> {
  /** The last segment of the path. */
  readonly action: string
  readonly name: string
  readonly summary: string
  readonly body?: ObjectCodec<B>
  /** The member of the body that names a branch. */
  readonly branchMember?: keyof B & string
  readonly toCommand: (request: RouteRequest<{ readonly copy: CopyId }, unknown, B>) => CopyCommandOfStaff
}

/** A route by which staff change a copy without changing any borrower's standing. */
export const defineCopyChangeRoute = <B>({ action, branchMember, toCommand, ...rest }: CopyChangeRoute<B>): Route =>
  defineCommandRoute({
    ...rest,
    namedInBody: branchMember === undefined ? {} : { branch: branchMember },
    method: 'post',
    path: `/copies/:copy/${action}`,
    tag: 'Collection',
    roles: staffRoleOnly,
    params: CopyPathParameters,
    answer: CopyChangedAnswer,
    handle: (request) =>
      pipe(
        changeCopy(request.library.useCaseDependencies)(request.params.copy, {
          at: request.library.useCaseDependencies.commandHandling.clock.now(),
          origin: request.origin,
        })(toCommand(request)),
        TE.mapLeft((failure): HttpFailure => failure),
        TE.map(() => answerWithBody({ copy: request.params.copy })),
      ),
  })
