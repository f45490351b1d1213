import { createHash } from 'node:crypto'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import {
  aCamera,
  aPeriod,
  aReason,
  aVideo,
  contentOf,
  openVideo,
  recordVideo,
  requestsIn,
  sendVideo,
  storeVideo,
  withLibraryAfterRecording as withLibrary,
} from './video-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  dutyOfficerUser,
  machineUser,
  staffUser,
  videoInvestigatorUser,
  videoRecorderUser,
} from './with-http-server'

const digest = createHash('sha256').update(aVideo).digest('hex')
const nextDay = '2026-01-06' as Day

describe('the register of video surveillance', () => {
  it(
    'lists a recording with its period, its content and the day on which it goes',
    withLibrary(async (library) => {
      const footage = await recordVideo(library)
      const list = async () => (await library.send('GET', '/video/recordings', { as: dutyOfficerUser })).body.recordings
      const recording = { footage, ...aCamera, ...aPeriod, day: '2026-01-05', erasedOn: '2026-02-03' }
      expect(await list()).toMatchObject([{ ...recording, isStored: false, digest: null }])
      expect((await sendVideo(library, footage)).body).toMatchObject({ size: aVideo.length, digest })
      expect(await list()).toMatchObject([{ ...recording, isStored: true, videoType: 'video/mp4', digest }])
    }),
  )

  it(
    'lists the recordings of a branch, a camera or a day, in pages',
    withLibrary(async (library) => {
      const later = { from: aPeriod.until, until: '2026-01-05T11:00:00.000Z' }
      const [first, second] = [await recordVideo(library), await recordVideo(library, { ...aCamera, ...later })]
      await recordVideo(library, { ...aCamera, ...aPeriod, camera: 'udlaan' })
      const list = async (query: string) => {
        const { recordings, next } = (await library.send('GET', `/video/recordings?${query}`, { as: dutyOfficerUser }))
          .body
        return { found: recordings.map(({ footage }: { readonly footage: string }) => footage), next }
      }
      const ofCamera = 'branch=DK-785100&camera=indgang&day=2026-01-05'
      expect((await list(ofCamera)).found).toEqual([second, first])
      const { found, next } = await list(`${ofCamera}&limit=1`)
      expect([found, await list(`${ofCamera}&limit=1&cursor=${String(next)}`)]).toEqual([
        [second],
        { found: [first], next: null },
      ])
      expect((await list('day=2026-01-04')).found).toEqual([])
      expect((await list('camera=udlaan')).found).toHaveLength(1)
      expect((await list('branch=DK-785100')).found).toHaveLength(3)
    }),
  )

  it(
    'takes a content once: the same again changes nothing, and another is refused',
    withLibrary(async (library) => {
      const footage = await storeVideo(library)
      expect((await sendVideo(library, footage)).body).toMatchObject({ size: aVideo.length, digest })
      expect((await sendVideo(library, footage, 'another video')).status).toBe(409)
    }),
  )

  it(
    'says what is wrong with a recording or a content',
    withLibrary(async ({ send }) => {
      const record = (body: object) => send('POST', '/video/recordings', { as: videoRecorderUser, body })
      const turned = { from: aPeriod.until, until: aPeriod.from }
      expect((await record({ ...aCamera, ...turned })).body.type).toMatch(/period-is-empty$/)
      const tomorrow = { ...aPeriod, until: '2026-01-06T23:00:00.000Z' }
      expect((await record({ ...aCamera, ...tomorrow })).body.type).toMatch(/period-is-in-future$/)
      const footage = await recordVideo({ send })
      const put = (headers: Record<string, string>, raw: string) =>
        send('PUT', `/video/recordings/${footage}/content`, { as: videoRecorderUser, headers, raw })
      expect((await put({ 'Content-Type': 'text/plain' }, aVideo)).status).toBe(415)
      expect((await put({ 'Content-Type': 'application/json' }, '{}')).status).toBe(415)
      expect((await put({ 'Content-Type': 'video/mp4' }, '')).status).toBe(422)
      const unknown = footage.replace(/^.{8}/, '00000000')
      expect((await sendVideo({ send }, unknown)).status).toBe(404)
    }),
  )

  it(
    'shows auditors that there are recordings and requests, and neither times nor reasons',
    withLibrary(async (library) => {
      await openVideo(library, await storeVideo(library))
      for (const where of ['/video/recordings', '/video/requests', '/video/coverage']) {
        const { status, text } = await library.send('GET', where, { as: auditorUser })
        expect([where, status]).toEqual([where, 200])
        for (const value of [aPeriod.from, aReason.reason, aReason.requestedBy, digest])
          expect(text).not.toContain(value)
      }
    }),
  )

  it(
    'shows nothing to anybody else, and takes recordings from the recorder alone',
    withLibrary(async ({ send }) => {
      const borrower = borrowerUser('5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as never)
      for (const as of [staffUser, machineUser, borrower, videoRecorderUser])
        for (const where of [
          '/video/recordings',
          '/video/requests',
          '/video/coverage',
          '/video/day-reports/2026-01-06',
        ])
          expect((await send('GET', where, { as })).status).toBe(403)
      const body = { ...aCamera, ...aPeriod }
      for (const as of [staffUser, machineUser, dutyOfficerUser, administratorUser, videoInvestigatorUser])
        expect((await send('POST', '/video/recordings', { as, body })).status).toBe(403)
    }),
  )
})

describe('looking at video', () => {
  it(
    'lets the duty officer alone look at the live picture, and notes it with its reason in the day report',
    withLibrary(async (library) => {
      const look = (as: typeof staffUser) =>
        library.send('POST', '/video/live-viewings', { as, body: { ...aCamera, ...aReason } })
      expect((await look(dutyOfficerUser)).status).toBe(201)
      for (const as of [videoInvestigatorUser, staffUser, administratorUser]) {
        const { status, body } = await look(as)
        expect([status, body.because]).toEqual([403, 'roleMayNot'])
      }
      const report = await library.send('GET', `/video/day-reports/${nextDay}`, { as: administratorUser })
      const request = { act: 'liveVideo', ...aCamera, ...aReason, erasedOn: '2026-02-05' }
      expect(report.body.requests).toHaveLength(4)
      for (const [role, refusedBecause] of [
        ['dutyOfficer', null],
        ...['videoInvestigator', 'staff', 'administrator'].map((other) => [other, 'roleMayNot']),
      ])
        expect(report.body.requests).toContainEqual(expect.objectContaining({ ...request, role, refusedBecause }))
    }),
  )

  it(
    'asks for a fresh log-in, and notes nothing without one',
    withLibrary(async (library) => {
      const auth_time = Math.floor(Date.now() / 1000) - 301
      const stale = { ...dutyOfficerUser, auth_time } as typeof dutyOfficerUser
      const body = { ...aCamera, ...aReason }
      const { status, body: problem } = await library.send('POST', '/video/live-viewings', { as: stale, body })
      expect([status, problem.type]).toEqual([403, 'urn:glemsom:problem:log-in-is-not-fresh'])
      expect(await requestsIn(library)).toEqual([])
    }),
  )

  it(
    'asks for a reason and for who has asked, without a CPR number, and for a camera that there is',
    withLibrary(async ({ send }) => {
      const look = (body: object) => send('POST', '/video/live-viewings', { as: dutyOfficerUser, body })
      const { status, body } = await look({ ...aCamera, requestedBy: '010190-1234', reason: ' ' })
      expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
        400,
        ['/requestedBy', '/reason'],
      ])
    }),
  )

  it(
    'shows a recording to the member of approved staff who asked, for 30 minutes of the day, and to nobody else',
    withLibrary(async (library) => {
      const footage = await storeVideo(library)
      const { viewing, openUntil } = (await openVideo(library, footage)).body
      expect(openUntil).toBe('2026-01-06T12:30:00.000Z')
      const shown = await contentOf(library, viewing)
      expect([shown.status, shown.text, shown.headers.get('cache-control')]).toEqual([200, aVideo, 'no-store'])
      const other = { ...videoInvestigatorUser, subject: 'another' } as typeof videoInvestigatorUser
      expect((await contentOf(library, viewing, other)).status).toBe(403)
      expect((await contentOf(library, viewing, dutyOfficerUser)).status).toBe(403)
      expect((await contentOf(library, viewing, staffUser)).status).toBe(403)
      await moveClockTo(library.runningLibrary, '2026-01-07' as Day)
      expect((await contentOf(library, viewing)).status).toBe(403)
    }),
  )

  it(
    'refuses recordings to the duty officer, staff and the administrator, and notes it',
    withLibrary(async (library) => {
      const footage = await storeVideo(library)
      for (const as of [dutyOfficerUser, staffUser, administratorUser])
        expect((await openVideo(library, footage, as)).body.because).toBe('roleMayNot')
      expect(await requestsIn(library)).toMatchObject([{ footage }, { footage }, { footage }])
    }),
  )
})
