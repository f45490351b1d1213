import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import {
  dutyOfficerUser,
  videoInvestigatorUser,
  videoRecorderUser,
  withHttpServer,
  type Reply,
  type ServedLibrary,
} from './with-http-server'

/** The library of the tests begins on 2026-01-05, a Monday. */
export const aPeriod = { from: '2026-01-05T09:00:00.000Z', until: '2026-01-05T10:00:00.000Z' }
export const aCamera = { branch: 'DK-785100', camera: 'indgang' }
export const aReason = { requestedBy: 'Politiassistent Hansen', reason: 'Tyveri ved indgangen' }
export const aVideo = 'the bytes of a made-up video'

export const recordVideo = async (
  { send }: Pick<ServedLibrary, 'send'>,
  recording: object = { ...aCamera, ...aPeriod },
): Promise<string> => {
  const { status, body } = await send('POST', '/video/recordings', { as: videoRecorderUser, body: recording })
  expect(status).toBe(201)
  return String(body.footage)
}

export const sendVideo = ({ send }: Pick<ServedLibrary, 'send'>, footage: string, raw = aVideo): Promise<Reply> =>
  send('PUT', `/video/recordings/${footage}/content`, {
    ...{ as: videoRecorderUser, raw, headers: { 'Content-Type': 'video/mp4' } },
  })

/** A recording with its content. */
export const storeVideo = async (library: Pick<ServedLibrary, 'send'>): Promise<string> => {
  const footage = await recordVideo(library)
  expect((await sendVideo(library, footage)).status).toBe(200)
  return footage
}

export const openVideo = (
  { send }: Pick<ServedLibrary, 'send'>,
  footage: string,
  as = videoInvestigatorUser,
): Promise<Reply> =>
  send('POST', `/video/recordings/${footage}/viewings`, { as, body: { ...aReason, caseNumber: '2026-17' } })

export const discloseVideo = (
  { send }: Pick<ServedLibrary, 'send'>,
  footage: string,
  recipient = 'police',
  as = dutyOfficerUser,
  more: object = {},
): Promise<Reply> =>
  send('POST', `/video/recordings/${footage}/disclosures`, {
    ...{ as, body: { recipient, ...aReason, caseNumber: '2026-17', basis: 'retsplejelovens § 804', ...more } },
  })

/** A library on the day after the recordings of the tests. */
export const withLibraryAfterRecording = (test: (library: ServedLibrary) => Promise<void>) => () =>
  withHttpServer(async (library) => {
    await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
    await test(library)
  })

export const contentOf = ({ send }: ServedLibrary, viewing: unknown, as = videoInvestigatorUser) =>
  send('GET', `/video/requests/${String(viewing)}/content`, { as })

export const requestsIn = async ({ send }: Pick<ServedLibrary, 'send'>, as = dutyOfficerUser) =>
  (await send('GET', '/video/requests', { as })).body.requests
