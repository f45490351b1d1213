import type { StoredFootage } from '../footage/footage-state'
import type { BranchId, CameraId } from '../values/ids'
import type { Instant } from '../values/instant'
import type { ViewerRole } from './viewing-fields'

/** Who acts at the library and when, who has asked, and why. */
export interface VideoRequester {
  /** The subject of the token or session. */
  readonly by: string
  readonly role: ViewerRole
  readonly at: Instant
  readonly requestedBy: string
  readonly reason: string
}

/** A request to look at the live picture of a camera. */
export interface LiveVideoRequest {
  readonly act: 'liveVideo'
  readonly branch: BranchId
  readonly camera: CameraId
}

/** A request to open a recording in an investigation. */
export interface FootageRequest {
  readonly act: 'footage'
  readonly footage: StoredFootage
  readonly caseNumber: string
}

/** The police ask for a copy of a recording. */
export interface CopyRequestOfPolice {
  readonly act: 'copy'
  readonly isForPolice: true
  readonly footage: StoredFootage
  readonly caseNumber: string
  /** The law or order that the police name. */
  readonly basis: string
  /** Why whoever decides found no ground for it, in their words; null when they hand the copy out. */
  readonly whyRefused: string | null
}

/** Somebody else asks for one. They may have a case number. */
export interface CopyRequestOfOthers {
  readonly act: 'copy'
  readonly isForPolice: false
  readonly footage: StoredFootage
  readonly caseNumber: string | null
}

export type VideoRequest = LiveVideoRequest | FootageRequest | CopyRequestOfPolice | CopyRequestOfOthers
