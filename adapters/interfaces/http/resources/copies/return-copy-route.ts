import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { BranchId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { staffAndMachines } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { recordUnmatchedActIfTimeIsRefused } from '../offline-cases/record-unmatched-act-if-time-is-refused'
import { CopyPathParameters, ScannedCopyAnswer } from './copy-answer-codecs'
import { handleCopyScanRequest } from './handle-copy-scan-request'

const ReturnCopyBody = objectCodec('ReturnCopy', { branch: BranchId }, { actedAt: Instant })

export const returnCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/copies/:copy/return',
  name: 'returnCopy',
  summary:
    'Return or scan a copy (aflevering), and learn what becomes of it; never refused for a known copy. A return whose actedAt is more than a minute ago ends the loan of that time, or waits for it; for an unknown copy or branch it is a case for staff',
  tag: 'Loans',
  roles: staffAndMachines,
  params: CopyPathParameters,
  body: ReturnCopyBody,
  namedInBody: { branch: 'branch' },
  answer: ScannedCopyAnswer,
  handle: (request) =>
    pipe(
      TE.fromEither(resolveActedAt(request)(request.body.actedAt)),
      recordUnmatchedActIfTimeIsRefused(request, request.params.copy, {
        ...{ act: 'return', at: request.body.actedAt, branch: request.body.branch, presented: null },
      }),
      TE.chain((metadata) =>
        handleCopyScanRequest(request.library)(request.params.copy, request.body.branch, metadata),
      ),
      TE.map(answerWithBody),
    ),
})
