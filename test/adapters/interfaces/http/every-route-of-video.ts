import type { AskRoute } from './every-route-steps'
import { addDays, type Day } from '../../../../domain/values/day'
import { aCamera, aReason, aVideo } from './video-steps'
import {
  administratorUser,
  dutyOfficerUser,
  videoInvestigatorUser,
  videoRecorderUser,
  type ServedLibrary,
} from './with-http-server'

const asOfficer = { as: dutyOfficerUser }
const asInvestigator = { as: videoInvestigatorUser }

export const yesterdayOf = ({ runningLibrary }: ServedLibrary): Day =>
  addDays(-1)(runningLibrary.useCaseDependencies.commandHandling.clock.today())

/** A camera records on a day that is past, the recording is looked at, and the police get a copy. */
export const recordAndViewVideo = async (ask: AskRoute, day: string): Promise<void> => {
  const period = { from: `${day}T10:00:00.000Z`, until: `${day}T11:00:00.000Z` }
  const [as, recordingPath] = [videoRecorderUser, '/video/recordings/:footage']
  const { footage } = (
    await ask('POST', '/video/recordings', '/video/recordings', { as, body: { ...aCamera, ...period } })
  ).body
  const of = `/video/recordings/${String(footage)}`
  await ask('PUT', `${of}/content`, `${recordingPath}/content`, {
    ...{ as, raw: aVideo, headers: { 'Content-Type': 'video/mp4' } },
  })
  await ask('GET', '/video/recordings', '/video/recordings', asOfficer)
  await ask('GET', of, recordingPath, asOfficer)
  await ask('GET', '/video/coverage', '/video/coverage', asOfficer)
  const live = { ...asOfficer, body: { ...aCamera, ...aReason } }
  const looked = (await ask('POST', '/video/live-viewings', '/video/live-viewings', live)).body
  const picture = `/video/requests/${String(looked.viewing)}/picture`
  await ask('GET', picture, '/video/requests/:viewing/picture', asOfficer)
  const body = { ...aReason, caseNumber: '2026-17' }
  await ask('POST', `${of}/viewings`, `${recordingPath}/viewings`, { ...asInvestigator, body })
  const copy = { ...asOfficer, body: { ...body, recipient: 'police', basis: 'retsplejelovens § 804' } }
  const { viewing } = (await ask('POST', `${of}/disclosures`, `${recordingPath}/disclosures`, copy)).body
  await ask('GET', '/video/requests', '/video/requests', { as: administratorUser })
  await ask('GET', `/video/requests/${String(viewing)}`, '/video/requests/:viewing', asOfficer)
  await ask('GET', `/video/requests/${String(viewing)}/content`, '/video/requests/:viewing/content', asOfficer)
  await ask('GET', `/video/day-reports/${day}`, '/video/day-reports/:day', asOfficer)
}
