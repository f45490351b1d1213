import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { isFreshLogIn } from '../../../../../domain/policy/log-in-policy'
import { openViewingUntil } from '../../../../../domain/policy/video-policy'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { loadStoredFootage } from '../../../../../domain/use-cases/load-stored-footage'
import { isKnownCamera } from '../../../../../domain/use-cases/record-footage'
import { requestVideo } from '../../../../../domain/use-cases/request-video'
import { BranchId, CameraId } from '../../../../../domain/values/ids'
import type { VideoRequest } from '../../../../../domain/viewing/video-request'
import { ViewerRole } from '../../../../../domain/viewing/viewing-fields'
import { videoRequesters } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { objectCodec } from '../../codecs/object-codec'
import { withFieldRule } from '../../codecs/with-field-rule'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import type { HttpCaller } from '../../tokens/caller'
import {
  CaseNumber,
  DecidedFootageDisclosure,
  FootagePathParameters,
  GrantedVideoRequest,
  requestMembers,
} from './video-codecs'

/** What every request says of itself. */
interface ReasonOfRequest {
  readonly requestedBy: string
  readonly reason: string
}

const hasFreshLogIn = (caller: HttpCaller): boolean =>
  'loggedInAt' in caller && isFreshLogIn(caller.loggedInAt, Date.now())

const askFor = (request: RouteRequest<unknown, unknown, ReasonOfRequest>, video: VideoRequest) => {
  const { caller, library, origin, body } = request
  const { useCaseDependencies } = library
  if (caller.role === 'anyone' || !ViewerRole.is(caller.role))
    return TE.left<HttpFailure>(httpRequestFailure('RoleIsMissing'))
  const at = useCaseDependencies.commandHandling.clock.now()
  const { requestedBy, reason } = body
  return pipe(
    requestVideo(useCaseDependencies)({
      ...{ at, origin, request: video, hasFreshLogIn: hasFreshLogIn(caller) },
      requester: { by: caller.subject, role: caller.role, at, requestedBy, reason },
    }),
    TE.mapLeft((failure): HttpFailure => failure),
    TE.map(({ viewing }) => answerWithBody({ viewing, openUntil: openViewingUntil(at) })),
  )
}

const loadFootage = ({ library, params }: RouteRequest<t.TypeOf<typeof FootagePathParameters>, unknown, unknown>) =>
  pipe(
    loadStoredFootage(library.useCaseDependencies)(params.footage),
    TE.mapLeft((failure): HttpFailure => failure),
  )

const whoMay = 'The request is recorded with its reason, and stands in the day report, also when it is refused'

export const viewLiveVideoRoute = defineCommandRoute({
  method: 'post',
  path: '/video/live-viewings',
  name: 'viewLiveVideo',
  summary: `Look at the live picture of a camera: the duty officer alone, upon a concrete request and after a fresh log-in. ${whoMay}`,
  tag: 'Video surveillance',
  roles: videoRequesters,
  body: objectCodec('NewLiveViewing', { branch: BranchId, camera: CameraId, ...requestMembers }),
  status: 201,
  answer: GrantedVideoRequest,
  handle: (request) => {
    const { branch, camera } = request.body
    const { policy, commandHandling } = request.library.useCaseDependencies
    return isKnownCamera(policy)(branch, camera, commandHandling.clock.now())
      ? askFor(request, { act: 'liveVideo', branch, camera })
      : TE.left<HttpFailure>(commandRefused({ _tag: 'CameraIsUnknown' }))
  },
})

export const viewFootageRoute = defineCommandRoute({
  method: 'post',
  path: '/video/recordings/:footage/viewings',
  name: 'viewFootage',
  summary: `Open a recording in an investigation: approved staff alone, after a fresh log-in. ${whoMay}`,
  tag: 'Video surveillance',
  roles: ['videoInvestigator', 'dutyOfficer', 'staff', 'administrator'],
  params: FootagePathParameters,
  body: objectCodec('NewFootageViewing', { ...requestMembers, caseNumber: CaseNumber }),
  status: 201,
  answer: GrantedVideoRequest,
  handle: (request) =>
    pipe(
      loadFootage(request),
      TE.chain((footage) => askFor(request, { act: 'footage', footage, caseNumber: request.body.caseNumber })),
    ),
})

const Recipient = t.keyof({ other: null, police: null })

const DisclosureFields = objectCodec(
  'NewFootageDisclosure',
  { recipient: Recipient, ...requestMembers },
  { caseNumber: CaseNumber, basis: freeTextCodec(200), whyRefused: freeTextCodec(500) },
)

const policeMustNameIt = (field: 'caseNumber' | 'basis') =>
  withFieldRule<t.TypeOf<typeof DisclosureFields>>({
    field,
    holds: ({ recipient, ...body }) => recipient === 'other' || body[field] !== undefined,
    errorText: { da: 'skal udfyldes, når politiet får en kopi', en: 'must be filled in when the police get a copy' },
  })

/** Nobody but the police gets a copy: from others neither case number nor basis is asked for. */
export const FootageDisclosureBody = pipe(DisclosureFields, policeMustNameIt('caseNumber'), policeMustNameIt('basis'))

export const discloseFootageRoute = defineCommandRoute({
  method: 'post',
  path: '/video/recordings/:footage/disclosures',
  name: 'discloseFootage',
  summary: `Give the police a copy of a recording, with case number and receipt: by the duty officer or approved staff, after a fresh log-in. With whyRefused, the request of the police is refused instead, and no copy is made. Nobody else gets a copy, and nothing is held for the police: the recording goes on its day. ${whoMay}`,
  tag: 'Video surveillance',
  roles: videoRequesters,
  params: FootagePathParameters,
  body: FootageDisclosureBody,
  status: 201,
  answer: DecidedFootageDisclosure,
  handle: (request) => {
    const { recipient, caseNumber, basis, whyRefused = null } = request.body
    return pipe(
      loadFootage(request),
      TE.chain((footage) =>
        recipient === 'police' && caseNumber !== undefined && basis !== undefined
          ? askFor(request, { act: 'copy', isForPolice: true, footage, caseNumber, basis, whyRefused })
          : askFor(request, { act: 'copy', isForPolice: false, footage, caseNumber: caseNumber ?? null }),
      ),
      TE.map(({ body, ...answer }) => ({
        ...answer,
        body: { ...body, openUntil: whyRefused === null ? body.openUntil : null },
      })),
    )
  },
})
