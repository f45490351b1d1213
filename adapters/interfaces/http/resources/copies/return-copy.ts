import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { returnCopy as takeBack } from '../../../../../domain/use-cases/return-copy'
import { BranchId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { staffAndMachines } from '../../access/roles'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { CopyChangedAnswer, CopyParameters } from './answer-codecs'

const ReturnCopyBody = objectCodec('ReturnCopy', { branch: BranchId }, { actedAt: Instant })

export const returnCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/copies/:copy/return',
  name: 'returnCopy',
  summary: 'Return a copy (aflevering); never refused for a copy that the library knows',
  tag: 'Loans',
  roles: staffAndMachines,
  params: CopyParameters,
  body: ReturnCopyBody,
  answer: CopyChangedAnswer,
  handle: (request) =>
    pipe(
      TE.fromEither(resolveActedAt(request)(request.body.actedAt)),
      TE.chain((metadata): TE.TaskEither<HttpFailure, unknown> =>
        takeBack(request.library.useCaseDependencies)({
          ...metadata,
          copy: request.params.copy,
          branch: request.body.branch,
        }),
      ),
      TE.map(() => answerWithBody({ copy: request.params.copy })),
    ),
})
