import { staffUser, type ServedLibrary } from '../../http/with-http-server'
import { registerBorrowerByHttp } from '../../http/http-steps'
import { borrowerOf, openAs, openAsBorrower, withSite, type ServedSite } from '../with-site'

const contact = {
  ...{ careOf: null, address: 'Vejen 1', phones: ['+4511111111'], mobileForNotices: '+4511111111' },
  ...{ emails: [], emailForNotices: null },
}

const anna = async (library: ServedLibrary) => ({
  borrower: await registerBorrowerByHttp(library, { name: 'Anna Berg', card: '2000000001', pin: '4711', contact }),
})

const recordOfAnna = async (site: ServedSite) =>
  (await site.send('GET', `/borrowers/${borrowerOf(site)}`, { as: staffUser })).body

describe('the profile of a borrower', () => {
  it('changes several phones and e-mails, and marks which get notices', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const page = await browser.submit('value="contact"', {
        ...{ 'phones-1': '+45 22 22 22 22', mobileForNotices: 'phones-1' },
        ...{ 'emails-0': 'anna@example.org', emailForNotices: 'emails-0' },
      })
      expect(page.html).toContain('Dine kontaktoplysninger er rettet.')
      expect((await recordOfAnna(site)).contact).toMatchObject({
        phones: ['+4511111111', '+4522222222'],
        mobileForNotices: '+4522222222',
        emailForNotices: 'anna@example.org',
      })
      expect(page.html).toContain('er ikke bekræftet')
      expect((await browser.submit('value="sendLink"')).html).toContain('Linket er sendt.')
    }))

  it('turns no notices off when an empty line is chosen for them: it says that the line is empty', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const page = await browser.submit('value="contact"', { mobileForNotices: 'phones-1' })
      expect([page.status, page.html.includes('Det felt, du har valgt til beskeder, er tomt.')]).toEqual([400, true])
      expect((await recordOfAnna(site)).contact).toEqual(contact)
    }))

  it('turns no notices off when the only e-mail that gets them is emptied, and says of a wrong one that it is wrong alone', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const isEmpty = 'Det felt, du har valgt til beskeder, er tomt.'
      const emptied = await browser.submit('value="contact"', { 'emails-0': '', emailForNotices: 'emails-0' })
      expect([emptied.status, emptied.html.includes(isEmpty)]).toEqual([400, true])
      const wrong = await browser.submit('value="contact"', { 'emails-0': 'ikke en mail', emailForNotices: 'emails-0' })
      expect([wrong.status, wrong.html.includes(isEmpty)]).toEqual([400, false])
      expect((await recordOfAnna(site)).contact).toEqual(contact)
    }))

  it('keeps what was written when it is refused, and says beside which phone what is wrong', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/en/mit/profil')
      const page = await browser.submit('value="contact"', { 'phones-2': '12', address: 'Den nye vej 3' })
      expect(page.status).toBe(400)
      expect(page.html).toMatch(/id="contact-phones-1-error"/)
      expect(page.html).toContain('value="Den nye vej 3"')
      expect(page.html).toContain('value="12"')
      expect((await recordOfAnna(site)).contact).toEqual(contact)
    }))

  it('takes no e-mail with a CPR number, and says so beside it', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const page = await browser.submit('value="contact"', { 'emails-0': '010158-5000@example.org' })
      expect(page.status).toBe(400)
      expect(page.html).toMatch(/id="contact-emails-0-error"[^>]*>[^<]*(<[^>]*>[^<]*)*må ikke indeholde et CPR-nummer/)
      expect((await recordOfAnna(site)).contact).toEqual(contact)
    }))

  it('loses nothing of what staff wrote meanwhile: it says so, and can be sent again', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const path = `/borrowers/${borrowerOf(site)}/contact`
      const read = await site.send('GET', path, { as: staffUser })
      const headers = { 'If-Match': read.headers.get('etag') ?? '' }
      await site.send('PUT', path, { as: staffUser, headers, body: { ...contact, careOf: 'Cilla' } })
      const page = await browser.submit('value="contact"', { address: 'Vejen 2' })
      expect([page.status, page.html.includes('Det er ændret, siden du læste det')]).toEqual([412, true])
      expect((await recordOfAnna(site)).contact.careOf).toBe('Cilla')
      expect((await browser.submit('value="contact"', { address: 'Vejen 2' })).status).toBe(200)
    }))

  it('changes neither name, group nor number, whatever a form says', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const before = (await recordOfAnna(site)).record
      await browser.submit('value="preferences"', { language: 'en', name: 'Another', group: 'staff', number: '1' })
      expect((await recordOfAnna(site)).record).toEqual({ ...before, language: 'en' })
    }))

  it('sets and removes the absence period, and refuses one that has passed', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const wrong = await browser.submit('value="absence"', { from: '2025-01-01', until: '' })
      expect([wrong.status, wrong.html.includes('virker kun fremad')]).toEqual([422, true])
      const page = await browser.submit('value="absence"', { from: '2026-02-01', until: '2026-02-20' })
      expect(page.html).toMatch(/01\.02\.2026.*20\.02\.2026/s)
      expect((await browser.submit('value="removeAbsence"')).html).toContain('Du har ingen fraværsperiode.')
    }))

  it('changes the PIN for whoever knows the present one, and writes it nowhere', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const differ = await browser.submit('value="pin"', { currentPin: '4711', pin: '1357', pinAgain: '1358' })
      expect(differ.html).toContain('er ikke den samme som den nye pinkode')
      const wrong = await browser.submit('value="pin"', { currentPin: '0000', pin: '1357', pinAgain: '1357' })
      expect(wrong.status).toBe(422)
      expect(wrong.html).toContain('Det er ikke den nuværende pinkode. Har du glemt den')
      for (const { html } of [differ, wrong]) expect(html).not.toMatch(/value="(1357|0000|4711)"/)
      const right = await browser.submit('value="pin"', { currentPin: '4711', pin: '1357', pinAgain: '1357' })
      expect(right.html).toContain('Pinkoden er skiftet.')
    }))

  it('takes no wrong present PIN, also when the new one is the present one', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const wrong = await browser.submit('value="pin"', { currentPin: '0000', pin: '4711', pinAgain: '4711' })
      expect([wrong.status, wrong.html.includes('Det er ikke den nuværende pinkode.')]).toEqual([422, true])
    }))

  it('logs the borrower out in all other places when the PIN is changed, and everywhere when staff set it', () =>
    withSite(anna, async (site) => {
      const [here, there] = [(await openAsBorrower(site, '/da/mit/profil')).browser, site.openBrowser()]
      await openAs(there, borrowerOf(site), '/da/mit')
      const wrong = { currentPin: '0000', pin: '1357', pinAgain: '1357' }
      await here.submit('value="pin"', wrong)
      expect((await there.open('/da/mit')).url.pathname).toBe('/da/mit')
      const changed = await here.submit('value="pin"', { ...wrong, currentPin: '4711' })
      expect(changed.html).toContain('Du er logget ud alle andre steder.')
      expect((await there.open('/da/mit')).url.pathname).toBe('/da/log-ind')
      await site.send('PUT', `/borrowers/${borrowerOf(site)}/pin`, { as: staffUser, body: { pin: '8642' } })
      expect((await here.open('/da/mit')).url.pathname).toBe('/da/log-ind')
    }))

  it('reports a card stolen: then nothing more opens, and nobody logs in with it', () =>
    withSite(anna, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/profil')
      const page = await browser.submit('value="stolen"')
      expect(page.html).toContain('Kortet er meldt.')
      expect((await browser.open('/da/mit')).status).toBe(403)
      expect((await recordOfAnna(site)).blocks).toMatchObject([{ reason: 'O' }])
    }))

  it('turns the loan history on and off', () =>
    withSite(anna, async (site) => {
      const { browser, page } = await openAsBorrower(site, '/da/mit/profil')
      expect(page.html).toContain('Biblioteket husker ingen lånehistorik.')
      expect((await browser.submit('value="giveConsent"')).html).toContain('januar 2026')
      expect((await browser.submit('value="withdrawConsent"')).html).toContain('Lånehistorikken er stoppet.')
    }))

  it('is refused to staff and guardians', () =>
    withSite(anna, async (site) => {
      expect((await openAs(site.openBrowser(), 'demo-staff', '/da/mit/profil')).status).toBe(403)
    }))
})
