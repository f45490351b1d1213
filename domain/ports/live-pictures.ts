import type { TaskEither } from 'fp-ts/TaskEither'
import type { BranchId, CameraId } from '../values/ids'

/** A camera of a branch, as the policy names it. */
export interface CameraOfBranch {
  readonly branch: BranchId
  readonly camera: CameraId
}

/** The camera gives no picture now: it does not answer in time, refuses the library, or answers something else. */
export interface CameraDoesNotAnswer {
  readonly _tag: 'CameraDoesNotAnswer'
}

/** Nobody has told the library where the camera is. */
export interface CameraHasNoAddress {
  readonly _tag: 'CameraHasNoAddress'
}

export type LivePictureError = CameraDoesNotAnswer | CameraHasNoAddress

export const cameraDoesNotAnswer: CameraDoesNotAnswer = { _tag: 'CameraDoesNotAnswer' }
export const cameraHasNoAddress: CameraHasNoAddress = { _tag: 'CameraHasNoAddress' }

/** A picture of a camera. It is never stored. */
export interface LivePicture {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}

/** The cameras, of which the duty officer alone looks at the live picture. */
export interface LivePictures {
  /** Whether the pictures are drawn: a stand-in for cameras. */
  readonly isStandIn: boolean
  /** Whether the library has been told where the camera is. It asks no camera. */
  readonly hasAddress: (of: CameraOfBranch) => boolean
  /** The picture of this moment. It answers within five seconds. */
  readonly take: (of: CameraOfBranch) => TaskEither<LivePictureError, LivePicture>
}
