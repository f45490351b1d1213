import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StoredFootage } from '../footage/footage-state'
import { dayOf } from '../values/instant'
import type { ViewingId } from '../values/ids'
import { FootageDisclosed } from './events/footage-disclosed'
import { FootageViewed } from './events/footage-viewed'
import { LiveVideoViewed } from './events/live-video-viewed'
import { VideoRequestRefused, type VideoRefusalReason } from './events/video-request-refused'
import type { VideoRequest, VideoRequester } from './video-request'
import type { ViewingEvent } from './viewing-event'
import { findVideoRefusal } from './who-may-see-video'

/** Decides on a request, and records how it was decided. */
export interface DecideVideoRequest {
  readonly type: 'DecideVideoRequest'
  readonly viewing: ViewingId
  readonly requester: VideoRequester
  readonly request: VideoRequest
}

export interface ViewingState {
  readonly _tag: 'Undecided' | 'Decided'
}

const periodOf = ({ footage, branch, camera, from, until }: StoredFootage) => ({ footage, branch, camera, from, until })

/** What the police say of a request beside its case number, and why it was refused to them. */
const ofPolice = (request: VideoRequest) =>
  request.act === 'copy' && request.isForPolice
    ? { basis: request.basis, whyRefused: request.whyRefused }
    : { basis: null, whyRefused: null }

const aboutOf = (request: VideoRequest) =>
  request.act === 'liveVideo'
    ? {
        ...{ branch: request.branch, camera: request.camera, footage: null, from: null, until: null },
        caseNumber: null,
      }
    : { ...periodOf(request.footage), caseNumber: request.caseNumber }

const refused = ({ viewing, requester, request }: DecideVideoRequest, because: VideoRefusalReason): ViewingEvent =>
  VideoRequestRefused(
    { viewing, day: dayOf(requester.at) },
    { viewing: { ...requester, act: request.act, because, ...aboutOf(request), ...ofPolice(request) } },
  )

const granted = (command: DecideVideoRequest): ViewingEvent => {
  const { viewing, requester, request } = command
  const open = { viewing, day: dayOf(requester.at) }
  switch (request.act) {
    case 'liveVideo':
      return LiveVideoViewed(open, { viewing: { ...requester, branch: request.branch, camera: request.camera } })
    case 'footage':
      return FootageViewed(open, {
        viewing: { ...requester, ...periodOf(request.footage), caseNumber: request.caseNumber },
      })
    case 'copy': {
      if (!request.isForPolice) return refused(command, 'notThePolice')
      const { footage, caseNumber, basis } = request
      const { size, digest } = footage
      return FootageDisclosed(open, {
        viewing: { ...requester, ...periodOf(footage), caseNumber, basis, size, digest },
      })
    }
  }
}

/** Never refused as a command: what is not granted is recorded as refused. A repeat changes nothing. */
export const decideVideoRequest =
  (command: DecideVideoRequest) =>
  ({ _tag }: ViewingState): Either<never, ReadonlyArray<ViewingEvent>> => {
    if (_tag === 'Decided') return E.right([])
    const { request, requester } = command
    const because = findVideoRefusal(requester, request)
    return E.right([because === undefined ? granted(command) : refused(command, because)])
  }
