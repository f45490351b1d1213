import type { ReadModel } from '../read-model/read-model'
import { videoFolds } from './video-folds'
import { recordingsTable, videoRequestsTable } from './video-tables'

/** The register of video surveillance: recordings, and who asked to look at video and why. */
export const videoReadModel: ReadModel = {
  name: 'video',
  version: 2,
  tables: [recordingsTable, videoRequestsTable],
  folds: videoFolds,
}
