import { lastDayOfFootage, lastDayOfViewing } from '../../../../../domain/policy/video-policy'
import type { RecordingRow, VideoRequestRow } from '../../../../../projections/video/video-tables'

/** A recording, with the day with whose closing it is erased. */
export const toRecordingAnswer = (row: RecordingRow) => ({
  ...row,
  isStored: row.digest !== null,
  erasedOn: lastDayOfFootage(row.day),
})

/** A request, with the day with whose closing it is erased. */
export const toVideoRequestAnswer = (row: VideoRequestRow) => ({ ...row, erasedOn: lastDayOfViewing(row.day) })
