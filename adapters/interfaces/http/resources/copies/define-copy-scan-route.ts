import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BranchId, CopyId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import type { ObjectCodec } from '../../codecs/object-codec'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import type { BodyMemberByKindOfThing } from '../../problems/failure-about-body-member'
import type { ApiTag, Route } from '../../route/route'
import { ScannedCopyAnswer } from './copy-answer-codecs'
import { handleCopyScanRequest } from './handle-copy-scan-request'

interface ScanRoute<P, B> {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly tag: ApiTag
  readonly params: ObjectCodec<P>
  readonly body?: ObjectCodec<B>
  readonly namedInBody?: BodyMemberByKindOfThing<keyof B & string>
  readonly scanned: (request: RouteRequest<P, unknown, B>) => { readonly copy: CopyId; readonly branch: BranchId }
}

/** A route by which staff record that they scanned a copy. It answers what becomes of the copy. */
export const defineCopyScanRoute = <P, B>({ scanned, ...rest }: ScanRoute<P, B>): Route<ScannedCopyAnswer> =>
  defineCommandRoute<P, B, ScannedCopyAnswer>({
    ...rest,
    method: 'post',
    roles: staffRoleOnly,
    answer: ScannedCopyAnswer,
    handle: (request) => {
      const { copy, branch } = scanned(request)
      const at = request.library.useCaseDependencies.commandHandling.clock.now()
      return pipe(
        handleCopyScanRequest(request.library)(copy, branch, { at, origin: request.origin }),
        TE.map(answerWithBody),
      )
    },
  })
