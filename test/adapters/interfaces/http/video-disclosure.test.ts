import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import {
  aCamera,
  aPeriod,
  aReason,
  aVideo,
  contentOf,
  discloseVideo,
  openVideo,
  requestsIn,
  storeVideo,
  withLibraryAfterRecording as withLibrary,
} from './video-steps'
import { administratorUser, dutyOfficerUser, withServerOf } from './with-http-server'

const digest = createHash('sha256').update(aVideo).digest('hex')
const nextDay = '2026-01-06' as Day

describe('a copy of a recording', () => {
  it(
    'goes to the police, with case number and receipt, and the month is listed as a disclosure',
    withLibrary(async (library) => {
      const footage = await storeVideo(library)
      const { viewing } = (await discloseVideo(library, footage)).body
      expect((await contentOf(library, viewing, dutyOfficerUser)).text).toBe(aVideo)
      const receipt = (await library.send('GET', `/video/requests/${viewing}`, { as: dutyOfficerUser })).body
      const ofFootage = { footage, ...aCamera, ...aPeriod, digest, size: aVideo.length }
      expect(receipt).toMatchObject({ act: 'copy', ...ofFootage, ...aReason, caseNumber: '2026-17' })
      const { disclosures } = (await library.send('GET', '/disclosures', { as: administratorUser })).body
      const disclosed = { madeIn: '2026-01', recipient: 'Politiet', caseNumber: '2026-17' }
      expect(disclosures).toMatchObject([{ ...disclosed, basis: 'retsplejelovens § 804' }])
    }),
  )

  it(
    'goes to nobody else: the request is refused and noted, and nothing is disclosed',
    withLibrary(async (library) => {
      const refused = await discloseVideo(library, await storeVideo(library), 'other')
      expect([refused.status, refused.body.because]).toEqual([403, 'notThePolice'])
      const [noted] = await requestsIn(library)
      expect(noted).toMatchObject({ act: 'copy', refusedBecause: 'notThePolice' })
      expect((await contentOf(library, noted.viewing, dutyOfficerUser)).status).toBe(403)
      expect((await library.send('GET', '/disclosures', { as: administratorUser })).body.disclosures).toEqual([])
    }),
  )

  it(
    'is refused to the police when whoever decides finds no ground for it: that is noted, and nothing is disclosed',
    withLibrary(async (library) => {
      const footage = await storeVideo(library)
      const whyRefused = 'Kendelsen mangler'
      const refused = await discloseVideo(library, footage, 'police', dutyOfficerUser, { whyRefused })
      expect([refused.status, refused.body.openUntil]).toEqual([201, null])
      const [noted] = await requestsIn(library)
      expect(noted).toMatchObject({ act: 'copy', refusedBecause: 'noGroundFound', whyRefused, footage, ...aPeriod })
      expect((await contentOf(library, noted.viewing, dutyOfficerUser)).status).toBe(403)
      expect((await library.send('GET', '/disclosures', { as: administratorUser })).body.disclosures).toEqual([])
    }),
  )

  it(
    'holds nothing for the police: the recording cannot be held, and goes on its day',
    withLibrary(async (library) => {
      const footage = await storeVideo(library)
      await discloseVideo(library, footage)
      const hold = { scope: footage, lastDay: '2026-03-31', why: 'Politiet beder om det', caseNumber: '2026-17' }
      const held = await library.send('POST', '/holds', { as: administratorUser, body: hold })
      expect([held.status, held.body.type]).toEqual([409, 'urn:glemsom:problem:recordings-are-not-held'])
      await moveClockTo(library.runningLibrary, '2026-02-04' as Day)
      expect((await openVideo(library, footage)).status).toBe(410)
    }),
  )
})

describe('the file of a recording', () => {
  it('is encrypted, and is removed with the key, 30 days after the recording at most', () =>
    withTemporaryFolder((folder) =>
      withLibraryIn(folder, (runningLibrary) =>
        withServerOf(runningLibrary, async (library) => {
          await moveClockTo(runningLibrary, nextDay)
          const footage = await storeVideo(library)
          const files = () => readdirSync(path.join(folder, 'footage'))
          expect(files()).toEqual([footage])
          expect(readFileSync(path.join(folder, 'footage', footage)).includes(aVideo)).toBe(false)
          await moveClockTo(runningLibrary, '2026-02-03' as Day)
          expect(files()).toEqual([footage])
          await moveClockTo(runningLibrary, '2026-02-04' as Day)
          expect(files()).toEqual([])
          expect((await library.send('GET', '/video/recordings', { as: dutyOfficerUser })).body.recordings).toEqual([])
        }),
      ),
    ))
})
