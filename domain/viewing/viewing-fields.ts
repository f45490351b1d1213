import * as t from 'io-ts'
import { Instant } from '../values/instant'

/** The roles in which people of the library ask to look at video. */
export const ViewerRole = t.keyof({ dutyOfficer: null, videoInvestigator: null, staff: null, administrator: null })
export type ViewerRole = t.TypeOf<typeof ViewerRole>

/** What is asked for: the live picture of a camera, a recording, or a copy of a recording. */
export const VideoAct = t.keyof({ liveVideo: null, footage: null, copy: null })
export type VideoAct = t.TypeOf<typeof VideoAct>

/** What every request says: who acted at the library and when, who had asked, and why. */
export const requestFields = {
  by: t.string,
  role: ViewerRole,
  at: Instant,
  requestedBy: t.string,
  reason: t.string,
}
