import type { Day } from '../values/day'
import type { BranchId, CameraId, FootageId } from '../values/ids'
import type { Instant } from '../values/instant'
import type { VideoType } from './video-type'

/** What is stored of a recording. `size` in bytes; `digest` is its SHA-256. */
export interface FootageContentFacts {
  readonly videoType: VideoType
  readonly size: number
  readonly digest: string
}

/** A recording: of which camera, and of which part of a day. */
export interface RecordedPeriod {
  readonly footage: FootageId
  readonly branch: BranchId
  readonly camera: CameraId
  readonly day: Day
  readonly from: Instant
  readonly until: Instant
}

interface NoFootage {
  readonly _tag: 'NoFootage'
}

/** A recording whose content has not come yet. */
interface RecordedFootage extends RecordedPeriod {
  readonly _tag: 'Recorded'
}

/** A recording with its content. */
export interface StoredFootage extends RecordedPeriod, FootageContentFacts {
  readonly _tag: 'Stored'
}

/** A recording that is erased: what stands openly in the log. */
interface EndedFootage extends Omit<RecordedPeriod, 'from' | 'until'> {
  readonly _tag: 'Ended'
}

export type FootageState = NoFootage | RecordedFootage | StoredFootage | EndedFootage

export const noFootageState: NoFootage = { _tag: 'NoFootage' }
