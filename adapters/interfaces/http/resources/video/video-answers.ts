import { lastDayOfViewing } from '../../../../../domain/policy/video-policy'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import { recordingErasedOn } from '../../../../../projections/video/recording-erased-on'
import type { RecordingRow, VideoRequestRow } from '../../../../../projections/video/video-tables'

/** A recording, with the day with whose closing it is erased. */
export const toRecordingAnswer = (rows: ReadModelRows) => (row: RecordingRow) => ({
  ...row,
  isStored: row.digest !== null,
  erasedOn: recordingErasedOn(row)(rows),
})

/** A request, with the day with whose closing it is erased. */
export const toVideoRequestAnswer = (row: VideoRequestRow) => ({ ...row, erasedOn: lastDayOfViewing(row.day) })
