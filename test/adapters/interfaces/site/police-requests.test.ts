import { readableText } from '../../../fixtures/readable-text'
import { aCamera, aPeriod, aReason, aVideo, recordVideo, requestsIn } from '../http/video-steps'
import { administratorUser, dutyOfficerUser as officer } from '../http/with-http-server'
import { withRecording } from './with-recording'

const aRequestOfPolice = { recipient: 'police', ...aReason, caseNumber: '2026-17', basis: 'retsplejelovens § 804' }

describe('the page of a recording, when a copy is asked for,', () => {
  it(
    'gives the police a copy with a receipt that names case, checksum and the day on which the recording goes',
    withRecording(async ({ openBrowserOf }, footage) => {
      const browser = await openBrowserOf(officer)
      await browser.open(`/da/vagt/optagelser/${footage}`)
      await browser.submit('value="disclose"', aRequestOfPolice)
      const receipt = (await browser.submit('value="handOut"')).html
      for (const text of ['Kvittering for udlevering til politiet', '2026-17', 'retsplejelovens § 804', '03.02.2026'])
        expect(receipt).toContain(text)
      const address = /href="([^"]+\/video)"/.exec(receipt)?.[1]
      expect((await browser.open(address ?? '')).html).toBe(aVideo)
    }),
  )

  it(
    'shows what the police are to get before the copy is handed out: until then nothing is recorded',
    withRecording(async (site, footage) => {
      const browser = await site.openBrowserOf(officer)
      await browser.open(`/da/vagt/optagelser/${footage}`)
      const review = await browser.submit('value="disclose"', aRequestOfPolice)
      const text = readableText(review.html)
      for (const part of [
        ...['indgang', '05.01.2026, 10.00', '28 byte', aReason.requestedBy, aReason.reason, '2026-17'],
        ...['retsplejelovens § 804', 'Politiet', '(vagten)', 'Intet er udleveret eller noteret endnu', '03.02.2026'],
      ])
        expect(text).toContain(part)
      expect(await requestsIn(site)).toEqual([])
      const corrected = (await browser.submit('value="correct"')).html
      for (const part of [aReason.requestedBy, aReason.reason, '2026-17']) expect(corrected).toContain(part)
      expect(await requestsIn(site)).toEqual([])
    }),
  )

  it(
    'lets the duty officer refuse the police a copy with a written reason, and says which recording it was about',
    withRecording(async (site, footage) => {
      const browser = await site.openBrowserOf(officer)
      await browser.open(`/da/vagt/optagelser/${footage}`)
      await browser.submit('value="disclose"', aRequestOfPolice)
      const unsaid = await browser.submit('value="refuse"', { whyRefused: ' ' })
      expect([unsaid.status, unsaid.html.includes('id="refuse-whyRefused-error"')]).toEqual([400, true])
      expect(await requestsIn(site)).toEqual([])
      const refused = await browser.submit('value="refuse"', { whyRefused: 'Kendelsen mangler' })
      expect(refused.status).toBe(200)
      const decision = 'Afvist: biblioteket fandt ikke grundlag for den: Kendelsen mangler'
      const list = await browser.open('/da/vagt/anmodninger')
      for (const { html } of [refused, list])
        for (const part of [decision, 'indgang 05.01.2026, 10.00 – 11.00', '2026-17'])
          expect(readableText(html)).toContain(part)
      expect(readableText(refused.html)).toContain('Anmodningen er afvist og noteret i dagsrapporten.')
      expect(refused.html).not.toContain('Kvittering')
      expect((await site.send('GET', '/disclosures', { as: administratorUser })).body.disclosures).toEqual([])
    }),
  )

  it.each([
    ['refusal', 'value="refuse"', { whyRefused: 'No ground' }],
    ['copy for another case', 'value="handOut"', { caseNumber: '2026-18' }],
  ])('counts the decision that is sent first, and says so to another window: a %s', (_, form, fields) =>
    withRecording(async (site, footage) => {
      const [first, second] = [await site.openBrowserOf(officer), site.openBrowser()]
      for (const [name, value] of first.cookies) second.cookies.set(name, value)
      for (const browser of [first, second]) {
        await browser.open(`/en/vagt/optagelser/${footage}`)
        const check = await browser.submit('value="disclose"', { ...aRequestOfPolice, _key: 'the-same-form' })
        expect(readableText(check.html)).toContain('Nothing has been handed out or recorded yet')
      }
      expect((await first.submit('value="handOut"')).html).toContain('Receipt')
      const unsaid = await second.submit('value="refuse"', { whyRefused: ' ' })
      const other = await second.submit(form, fields)
      expect([unsaid.status, other.status]).toEqual([400, 409])
      expect(readableText(other.html)).toContain('The request is decided on already')
      for (const { html } of [unsaid, other]) {
        expect(readableText(html)).not.toContain('Nothing has been handed out or recorded yet')
        expect(html).toContain('href="/en/vagt/anmodninger"')
      }
      expect(await requestsIn(site)).toMatchObject([{ caseNumber: '2026-17', refusedBecause: null }])
      const { disclosures } = (await site.send('GET', '/disclosures', { as: administratorUser })).body
      expect(disclosures).toHaveLength(1)
    })(),
  )

  it(
    'asks for no decision on a recording that has not come yet',
    withRecording(async (site) => {
      const footage = await recordVideo(site, { ...aCamera, ...aPeriod, camera: 'udlaan' })
      const browser = await site.openBrowserOf(officer)
      await browser.open(`/da/vagt/optagelser/${footage}`)
      const refused = await browser.submit('value="disclose"', aRequestOfPolice)
      expect([refused.status, refused.html.includes('value="handOut"')]).toEqual([409, false])
    }),
  )

  it(
    'refuses a copy to anybody but the police, and notes it with the recording that was asked for',
    withRecording(async ({ openBrowserOf }, footage) => {
      const browser = await openBrowserOf(officer)
      await browser.open(`/da/vagt/optagelser/${footage}`)
      const copy = { recipient: 'other', ...aReason }
      const refused = await browser.submit('value="disclose"', copy)
      expect([refused.status, refused.html]).toEqual([403, expect.stringContaining('Kun politiet får kopi')])
      const list = readableText((await browser.open('/da/vagt/anmodninger')).html)
      for (const part of ['Afvist: kun politiet får en kopi', 'indgang 05.01.2026, 10.00 – 11.00'])
        expect(list).toContain(part)
    }),
  )

  it(
    'asks for the case number and the legal basis when the police are to get a copy',
    withRecording(async ({ openBrowserOf }, footage) => {
      const browser = await openBrowserOf(officer)
      await browser.open(`/en/vagt/optagelser/${footage}`)
      const refused = await browser.submit('value="disclose"', { recipient: 'police', ...aReason, basis: 'the law' })
      expect([refused.status, refused.html.includes('id="disclose-caseNumber-error"')]).toEqual([400, true])
    }),
  )
})
