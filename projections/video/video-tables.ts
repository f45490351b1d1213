import type { VideoType } from '../../domain/footage/video-type'
import type { Day } from '../../domain/values/day'
import type { BranchId, CameraId, FootageId, ViewingId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import type { VideoRefusalReason } from '../../domain/viewing/events/video-request-refused'
import type { VideoAct, ViewerRole } from '../../domain/viewing/viewing-fields'
import {
  defineTable,
  nullablePersonalNumberColumn,
  nullablePersonalTextColumn,
  openTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** The recordings that are not erased. */
export const recordingsTable = defineTable(
  'recordings',
  {
    footage: purgedWithColumn<FootageId>('footage'),
    branch: openTextColumn<BranchId>(),
    camera: openTextColumn<CameraId>(),
    day: openTextColumn<Day>(),
    from: personalTextColumn<Instant>(),
    until: personalTextColumn<Instant>(),
    /** These three are null until the content is stored. */
    videoType: nullablePersonalTextColumn<VideoType>(),
    size: nullablePersonalNumberColumn(),
    digest: nullablePersonalTextColumn(),
  },
  ['footage'],
  [['day', 'branch']],
)
export type RecordingRow = TableRow<typeof recordingsTable>

/** The requests to look at video, or for a copy, that are not erased. */
export const videoRequestsTable = defineTable(
  'videoRequests',
  {
    viewing: purgedWithColumn<ViewingId>('viewing'),
    day: openTextColumn<Day>(),
    act: personalTextColumn<VideoAct>(),
    /** Why it was refused; null when it was granted. */
    refusedBecause: nullablePersonalTextColumn<VideoRefusalReason>(),
    /** In the words of whoever found no ground for a request of the police. */
    whyRefused: nullablePersonalTextColumn(),
    by: personalTextColumn(),
    role: personalTextColumn<ViewerRole>(),
    at: personalTextColumn<Instant>(),
    requestedBy: personalTextColumn(),
    reason: personalTextColumn(),
    branch: nullablePersonalTextColumn<BranchId>(),
    camera: nullablePersonalTextColumn<CameraId>(),
    footage: nullablePersonalTextColumn<FootageId>(),
    from: nullablePersonalTextColumn<Instant>(),
    until: nullablePersonalTextColumn<Instant>(),
    caseNumber: nullablePersonalTextColumn(),
    basis: nullablePersonalTextColumn(),
    size: nullablePersonalNumberColumn(),
    digest: nullablePersonalTextColumn(),
  },
  ['viewing'],
  [['day']],
)
export type VideoRequestRow = TableRow<typeof videoRequestsTable>
