import type { Day } from '../../domain/values/day'
import type { FootageId, ViewingId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { recordingsTable, videoRequestsTable, type RecordingRow, type VideoRequestRow } from './video-tables'

/** The recordings of a branch, a camera or a day that are not erased, the newest day first. */
export const recordingsWith =
  (where: Partial<Pick<RecordingRow, 'branch' | 'camera' | 'day'>>) =>
  (rows: ReadModelRows): ReadonlyArray<RecordingRow> =>
    rows.find(recordingsTable, { where, orderByDescending: ['day', 'from', 'footage'] })

/** The recordings that are not erased, the newest day first. */
export const recordings = recordingsWith({})

/** A recording; undefined when it is unknown or erased. */
export const recordingById =
  (footage: FootageId) =>
  (rows: ReadModelRows): RecordingRow | undefined =>
    findFirstRow(rows, recordingsTable, { where: { footage } })

/** The requests that are not erased, the newest first. */
export const videoRequests = (rows: ReadModelRows): ReadonlyArray<VideoRequestRow> =>
  rows.find(videoRequestsTable, { orderByDescending: ['day', 'at', 'viewing'] })

/** The requests of a day, the earliest first: its day report. */
export const videoRequestsOn =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<VideoRequestRow> =>
    rows.find(videoRequestsTable, { where: { day }, orderBy: ['at', 'viewing'] })

/** A request; undefined when it is unknown or erased. */
export const videoRequestById =
  (viewing: ViewingId) =>
  (rows: ReadModelRows): VideoRequestRow | undefined =>
    findFirstRow(rows, videoRequestsTable, { where: { viewing } })
