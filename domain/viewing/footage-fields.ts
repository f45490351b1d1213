import * as t from 'io-ts'
import { BranchId, CameraId, FootageId } from '../values/ids'
import { Instant } from '../values/instant'

/** Which recording was looked at or handed out, and in which case. */
export const viewedFootageFields = {
  footage: FootageId,
  branch: BranchId,
  camera: CameraId,
  from: Instant,
  until: Instant,
  caseNumber: t.string,
}
