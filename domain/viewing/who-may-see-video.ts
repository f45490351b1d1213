import type { VideoRefusalReason } from './events/video-request-refused'
import type { VideoRequest, VideoRequester } from './video-request'
import type { VideoAct, ViewerRole } from './viewing-fields'

/**
 * Who may do what, as it is promised: the duty officer alone looks at the live picture, approved staff alone open
 * recordings, and both may hand a copy out.
 */
const rolesOfAct: Readonly<Record<VideoAct, ReadonlyArray<ViewerRole>>> = {
  liveVideo: ['dutyOfficer'],
  footage: ['videoInvestigator'],
  copy: ['dutyOfficer', 'videoInvestigator'],
}

/**
 * Why a request is refused; undefined when it is granted. A copy goes to the police alone, and to them when whoever may
 * hand it out found no ground to refuse it.
 */
export const findVideoRefusal = (
  { role }: Pick<VideoRequester, 'role'>,
  request: VideoRequest,
): VideoRefusalReason | undefined => {
  if (!rolesOfAct[request.act].includes(role)) return 'roleMayNot'
  if (request.act !== 'copy') return undefined
  if (!request.isForPolice) return 'notThePolice'
  return request.whyRefused === null ? undefined : 'noGroundFound'
}
