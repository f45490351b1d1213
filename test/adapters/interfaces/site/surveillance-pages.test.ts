import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { aCamera, aPeriod, aReason, aVideo, discloseVideo, openVideo, recordVideo } from '../http/video-steps'
import { administratorUser, dutyOfficerUser, staffUser, videoInvestigatorUser } from '../http/with-http-server'
import { pathAfterLogIn } from '../../../../adapters/interfaces/site/log-in/return-path'
import { readableText } from '../../../fixtures/readable-text'
import { withRecording } from './with-recording'

const officer = dutyOfficerUser
const investigator = videoInvestigatorUser

describe('the pages of the duty officer', () => {
  it(
    'list the recordings with the day on which each goes, in Danish and in English',
    withRecording(async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(officer)
      const danish = (await browser.open('/da/vagt')).html
      expect(danish).toContain('<html lang="da"')
      for (const text of ['indgang', '05.01.2026, 10.00', '11.00', 'Slettes', '03.02.2026'])
        expect(danish).toContain(text)
      expect((await browser.open('/en/vagt')).html).toContain('A recording is kept 30 days at most.')
    }),
  )

  it(
    'list the newest recording first',
    withRecording(async ({ openBrowserOf, send }) => {
      await recordVideo({ send }, { ...aCamera, from: '2026-01-05T11:00:00.000Z', until: '2026-01-05T12:00:00.000Z' })
      const text = readableText((await (await openBrowserOf(officer)).open('/da/vagt')).html)
      expect(text).toMatch(/05\.01\.2026, 12\.00.*05\.01\.2026, 10\.00/)
    }),
  )

  it(
    'find the recordings of a camera and a day, and say when there is none',
    withRecording(async ({ openBrowserOf, send }) => {
      await recordVideo({ send }, { ...aCamera, ...aPeriod, camera: 'udlaan' })
      const browser = await openBrowserOf(officer)
      const rowsAt = async (query: string): Promise<ReadonlyArray<string>> =>
        [...(await browser.open(`/da/vagt?${query}`)).html.matchAll(/<th scope="row">([^<]*)/g)].map(
          ([, name]) => name!,
        )
      expect(await rowsAt('camera=&day=')).toHaveLength(2)
      expect(await rowsAt('camera=DK-785100+indgang&day=2026-01-05')).toEqual(['indgang'])
      expect(await rowsAt('camera=DK-785100+udlaan')).toEqual(['udlaan'])
      const { html } = await browser.open('/da/vagt?camera=DK-785100+udlaan&day=2026-01-04')
      for (const text of ['Der er ingen optagelse fra det kamera og den dag.', 'value="2026-01-04"', 'Vis alle'])
        expect(html).toContain(text)
      expect(html).toMatch(/<option value="DK-785100 udlaan" selected/)
    }),
  )

  it(
    'take a request to look at a camera with its reason, and show it in the day report',
    withRecording(async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(officer)
      await browser.open('/da/vagt/live')
      const look = { camera: 'DK-785100 indgang', ...aReason }
      const done = await browser.submit('value="look"', look)
      expect(done.html).toContain('Anmodningen er givet og noteret i dagsrapporten.')
      const report = (await browser.open('/da/vagt/dagsrapport')).html
      for (const text of [aReason.requestedBy, aReason.reason, 'Se direkte', 'vagten', '05.02.2026'])
        expect(report).toContain(text)
      const ofDay = async (day: string) => (await browser.open(`/da/vagt/dagsrapport?day=${day}`)).html
      expect(await ofDay('2026-01-05')).toContain('Der var ingen anmodninger')
      expect(await ofDay('2025-11-30')).toContain('Ingen kan se, om der var nogen den dag.')
      expect(await ofDay('2026-02-01')).toContain('Dagen er ikke kommet endnu.')
    }),
  )

  it(
    'keep what was written when a request lacks its reason, and say beside the field what is wrong',
    withRecording(async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(officer)
      await browser.open('/da/vagt/live')
      const refused = await browser.submit('value="look"', { camera: 'DK-785100 indgang', ...aReason, reason: '' })
      expect(refused.status).toBe(400)
      expect(refused.html).toContain(aReason.requestedBy)
      expect(refused.html).toContain('id="look-reason-error"')
    }),
  )

  it(
    'show a recording to the member of approved staff who asked, and to nobody else',
    withRecording(async (site, footage) => {
      const viewing = String((await openVideo(site, footage)).body.viewing)
      const path = `/da/vagt/anmodninger/${viewing}`
      const browser = await site.openBrowserOf(investigator)
      expect((await browser.open(path)).html).toContain(`src="${path}/video"`)
      expect((await browser.open(`${path}/video`)).html).toBe(aVideo)
      const other = await site.openBrowserOf(officer)
      const shown = (await other.open(path)).html
      expect([shown.includes('<video'), shown.includes('Kun den, der skrev anmodningen ind')]).toEqual([false, true])
      expect((await other.open(`${path}/video`)).status).toBe(403)
      const page = await other.open(`${path}/video`, { Accept: 'text/html' })
      expect([page.status, page.html.includes('<main')]).toEqual([403, true])
      expect((await site.openBrowser().open(`${path}/video`)).status).toBe(403)
    }),
  )

  it(
    'do not say to an administrator that a recording is erased which is not, and name the branch on the receipt',
    withRecording(async (site, footage) => {
      const viewing = String((await discloseVideo(site, footage)).body.viewing)
      const path = `/da/vagt/anmodninger/${viewing}`
      const { html } = await (await site.openBrowserOf(administratorUser)).open(path)
      expect(html).not.toContain('Optagelsen er slettet')
      const text = readableText(html)
      expect(text).toContain('Din rolle får ikke vist, hvornår den slettes.')
      expect(text).toContain(': indgang 05.01.2026')
      expect(text).not.toContain(aCamera.branch)
      expect(readableText((await (await site.openBrowserOf(officer)).open(path)).html)).toMatch(
        /Bibliotekets egen optagelse Slettes ved udgangen af .*03\.02\.2026/,
      )
    }),
  )

  it(
    'say until when a request is open, and when it is over how to ask again',
    withRecording(async (site, footage) => {
      const viewing = String((await openVideo(site, footage)).body.viewing)
      const path = `/da/vagt/anmodninger/${viewing}`
      const open = readableText((await (await site.openBrowserOf(investigator)).open(path)).html)
      expect(open).toContain('Åben indtil')
      expect(open).not.toContain('Anmodningen er slut')
      await moveClockTo(site.runningLibrary, '2026-01-07' as Day)
      const over = (await (await site.openBrowserOf(investigator)).open(path)).html
      expect(over).toContain('Anmodningen er slut')
      expect(over).toContain(`href="/da/vagt/optagelser/${footage}"`)
      expect((await (await site.openBrowserOf(officer)).open(path)).html).not.toContain('Bed om det igen')
    }),
  )

  it('are where the duty officer and approved staff begin after log-in', () => {
    for (const user of [officer, investigator]) expect(pathAfterLogIn(undefined, [user])).toBe('/vagt')
  })

  it(
    'say of an id that no request can have that there is no such request',
    withRecording(async ({ openBrowserOf }) => {
      const { status, html } = await (await openBrowserOf(officer)).open('/da/vagt/anmodninger/ukendt')
      expect([status, readableText(html).includes('Anmodningen findes ikke')]).toEqual([404, true])
      expect(html).not.toContain('Formularen')
    }),
  )

  it(
    'list opening hours without a recording',
    withRecording(async ({ openBrowserOf }) => {
      const { html } = await (await openBrowserOf(officer)).open('/da/vagt/daekning')
      for (const text of ['Åbningstid uden optagelse', '05.01.2026, 11.00', 'udlaan']) expect(html).toContain(text)
      expect(html).toContain('fra dagen for dets ældste optagelse')
      for (const day of ['03.01.2026', '02.01.2026']) expect(html).not.toContain(day)
    }),
  )

  it(
    'are not for staff at the desk, and not without a log-in',
    withRecording(async ({ openBrowser, openBrowserOf, send }, footage) => {
      await discloseVideo({ send }, footage)
      for (const path of [
        '/da/vagt',
        '/da/vagt/live',
        '/da/vagt/anmodninger',
        '/da/vagt/dagsrapport',
        '/da/vagt/daekning',
      ]) {
        expect((await (await openBrowserOf(staffUser)).open(path)).status).toBe(403)
        expect((await openBrowser().open(path)).html).not.toContain(aReason.requestedBy)
      }
    }),
  )
})
