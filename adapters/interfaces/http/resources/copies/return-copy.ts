import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import { recordOfflineReturn } from '../../../../../domain/use-cases/record-offline-return'
import { returnCopy as takeBack } from '../../../../../domain/use-cases/return-copy'
import { BranchId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { staffAndMachines } from '../../access/roles'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { recordIfTooLate } from '../offline-cases/record-if-too-late'
import { CopyChangedAnswer, CopyParameters } from './answer-codecs'

const ReturnCopyBody = objectCodec('ReturnCopy', { branch: BranchId }, { actedAt: Instant })

export const returnCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/copies/:copy/return',
  name: 'returnCopy',
  summary:
    'Return a copy (aflevering); never refused for a copy that the library knows. A return whose actedAt is more than a minute ago ends the loan of that time, or waits for it',
  tag: 'Loans',
  roles: staffAndMachines,
  params: CopyParameters,
  body: ReturnCopyBody,
  answer: CopyChangedAnswer,
  handle: (request) => {
    const { copy } = request.params
    const { branch, actedAt } = request.body
    const { useCaseDependencies } = request.library
    const isOffline = isOfflineAct(useCaseDependencies.commandHandling.clock)
    return pipe(
      TE.fromEither(resolveActedAt(request)(actedAt)),
      TE.chain((metadata): TE.TaskEither<HttpFailure, unknown> => {
        const run = isOffline(metadata.at) ? recordOfflineReturn : takeBack
        return run(useCaseDependencies)({ ...metadata, copy, branch })
      }),
      recordIfTooLate(request, copy, { act: 'return', at: actedAt, branch, presented: null }),
      TE.map(() => answerWithBody({ copy })),
    )
  },
})
