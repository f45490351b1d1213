import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BranchId, CameraId, FootageId, ViewingId } from '../../values/ids'
import { Instant } from '../../values/instant'
import { requestFields, VideoAct } from '../viewing-fields'

/**
 * Why a request is refused: the role may not do this, somebody other than the police asked for a copy, or whoever decides
 * on the request of the police found no ground for it.
 */
export const VideoRefusalReason = t.keyof({ roleMayNot: null, notThePolice: null, noGroundFound: null })
export type VideoRefusalReason = t.TypeOf<typeof VideoRefusalReason>

const open = { viewing: ViewingId, day: Day }
const members = {
  ...requestFields,
  act: VideoAct,
  branch: nullable(BranchId),
  camera: nullable(CameraId),
  footage: nullable(FootageId),
  caseNumber: nullable(t.string),
}

/** The first version, of requests that a rule refuses. It does not say which part of a day was asked for. */
export const VideoRequestRefusedVersion1: AnyEventDefinition & { readonly type: 'VideoRequestRefused' } = defineEvent(
  'VideoRequestRefused',
  1,
  { open, sealed: { viewing: { ...members, because: t.keyof({ roleMayNot: null, notThePolice: null }) } } },
)

const notInVersion1 = { from: null, until: null, basis: null, whyRefused: null }

/**
 * A request to look at video, or to get a copy, was refused. `basis` is the law or order that the police named.
 * `whyRefused` is written by whoever found no ground for a request of the police; it is null when a rule refuses.
 */
export const VideoRequestRefused = defineEvent(
  'VideoRequestRefused',
  2,
  {
    open,
    sealed: {
      viewing: {
        ...{ ...members, because: VideoRefusalReason, from: nullable(Instant), until: nullable(Instant) },
        ...{ basis: nullable(t.string), whyRefused: nullable(t.string) },
      },
    },
  },
  { open: (part) => part, sealed: { viewing: (part) => ({ ...(part as object), ...notInVersion1 }) } },
)
export type VideoRequestRefused = EventOf<typeof VideoRequestRefused>
