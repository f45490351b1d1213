import type { Day } from '../../../../domain/values/day'
import type { Instant } from '../../../../domain/values/instant'
import type { VideoAct, ViewerRole } from '../../../../domain/viewing/viewing-fields'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { VideoRefusalReason } from '../../../../domain/viewing/events/video-request-refused'

/** A part of a day of a camera. */
export interface ShownPeriod {
  readonly branchName: TextInBothLanguages
  readonly camera: string
  readonly from: Instant
  readonly until: Instant
}

/** A recording, as those who may see the register see it. */
export interface ShownRecording extends ShownPeriod {
  readonly footage: string
  readonly isStored: boolean
  readonly size: number | null
  readonly digest: string | null
  readonly erasedOn: Day
}

/** A request to look at video, or for a copy. */
export interface ShownVideoRequest {
  readonly viewing: string
  readonly act: VideoAct
  readonly refusedBecause: VideoRefusalReason | null
  readonly whyRefused: string | null
  readonly by: string
  readonly role: ViewerRole
  readonly at: Instant
  readonly requestedBy: string
  readonly reason: string
  readonly branchName: TextInBothLanguages | null
  readonly camera: string | null
  readonly from: Instant | null
  readonly until: Instant | null
  readonly caseNumber: string | null
  readonly basis: string | null
  readonly size: number | null
  readonly digest: string | null
  readonly erasedOn: Day
}

/** Who acts at the library, and in which role. */
export interface ViewerInRole {
  readonly by: string
  readonly role: ViewerRole
}

/** A request as it was written in a form, by the names of its fields. */
export type WrittenRequest = Readonly<Record<string, string>>

/** A request of the police that is decided on. */
export interface RequestInReview {
  readonly written: WrittenRequest
  /** The key of both forms that decide on it: whichever is sent first counts. */
  readonly decisionKey: string
}

/** A camera that can be chosen. */
export interface ShownCamera {
  readonly branch: string
  readonly branchName: TextInBothLanguages
  readonly camera: string
}

/** Which recordings of the register are searched for: undefined where it is not said. */
export interface RecordingSearch {
  /** The camera as a field of a form holds it. */
  readonly camera: string | undefined
  readonly day: string | undefined
}

/** Whether the live picture of a camera is shown: that of the camera, or one that stands in for it. */
export type ShownLivePicture = 'camera' | 'standIn' | 'noAddress'

/** Of the recording behind a request: the day with whose closing it is erased, that it is, or that the role is not told. */
export type ShownErasure = Day | 'isErased' | 'isWithheld'
