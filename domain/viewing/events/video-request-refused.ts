import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BranchId, CameraId, FootageId, ViewingId } from '../../values/ids'
import { requestFields, VideoAct } from '../viewing-fields'

/** Why a request is refused: the role may not do this, or somebody other than the police asked for a copy. */
export const VideoRefusalReason = t.keyof({ roleMayNot: null, notThePolice: null })
export type VideoRefusalReason = t.TypeOf<typeof VideoRefusalReason>

/** A request to look at video, or to get a copy, was refused. */
export const VideoRequestRefused = defineEvent('VideoRequestRefused', 1, {
  open: { viewing: ViewingId, day: Day },
  sealed: {
    viewing: {
      ...requestFields,
      act: VideoAct,
      because: VideoRefusalReason,
      branch: nullable(BranchId),
      camera: nullable(CameraId),
      footage: nullable(FootageId),
      caseNumber: nullable(t.string),
    },
  },
})
export type VideoRequestRefused = EventOf<typeof VideoRequestRefused>
