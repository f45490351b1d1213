import { readableText } from '../../../fixtures/readable-text'
import { registerBorrowerByHttp } from '../http/http-steps'
import { staffUser, type ServedLibrary } from '../http/with-http-server'
import { openAs, openAsBorrower, withSite } from './with-site'

const prepare = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library)
  const body = { internalNote: 'Kom med en hund, som Bo ejer', noteToBorrower: null }
  const headers = { 'If-Match': '"n0"' }
  await library.send('PUT', `/borrowers/${borrower}/notes`, { as: staffUser, headers, body })
  return { borrower }
}

describe('the notes that are for staff alone (GDPR Articles 12(3) and 15)', () => {
  it('are asked for by the borrower, reviewed by staff, and given on the page of the data', () =>
    withSite(prepare, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/data')
      const requested = await browser.submit('Bed om at se de interne noter')
      expect(readableText(requested.html)).toMatch(/Bedt om 05.01.2026 Svar senest 02.02.2026/)
      expect(requested.html).not.toContain('value="requestNotes"')

      const staff = site.openBrowser()
      const list = await openAs(staff, 'demo-staff', '/en/skranke/noter')
      expect(readableText(list.html)).toContain('Kom med en hund, som Bo ejer')
      const cpr = await staff.submit('Answer the borrower', { given: 'Kom 0101705000', withheldBecause: 'Om en anden' })
      expect(cpr.status).toBe(400)
      expect(cpr.html).toMatch(/<textarea[^>]* name="given"[^>]* aria-invalid="true"/)
      expect(cpr.html).toContain('Om en anden')
      const fields = { given: 'Kom med en hund', withheldBecause: 'Resten er om en anden' }
      const answered = await staff.submit('Answer the borrower', fields)
      expect(readableText(answered.html)).toContain('Nobody waits for an answer.')

      const text = readableText((await browser.open('/da/mit/data')).html)
      expect(text).toContain('Noterne Kom med en hund Udeladt, fordi Resten er om en anden')
      expect(text).not.toContain('Bo ejer')
      expect(text).toContain('Slettes ved udgangen af 28.02.2026')
    }))

  it('are none when staff answered so: the page of the data says that there were none', () =>
    withSite(prepare, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/data')
      const requested = await browser.submit('Bed om at se de interne noter')
      expect(readableText(requested.html)).not.toContain('Der var ingen noter.')
      const staff = site.openBrowser()
      await openAs(staff, 'demo-staff', '/da/skranke/noter')
      await staff.submit('Svar låneren', { given: '', withheldBecause: '' })
      for (const [language, text] of [
        ['da', 'Noterne Der var ingen noter.'],
        ['en', 'There were no notes.'],
      ])
        expect(readableText((await browser.open(`/${language}/mit/data`)).html)).toContain(text)
    }))

  it('say only why they are left out when staff gave none of them', () =>
    withSite(prepare, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit/data')
      await browser.submit('Bed om at se de interne noter')
      const staff = site.openBrowser()
      await openAs(staff, 'demo-staff', '/da/skranke/noter')
      await staff.submit('Svar låneren', { given: '', withheldBecause: 'De er om en anden' })
      const text = readableText((await browser.open('/da/mit/data')).html)
      expect(text).toContain('Udeladt, fordi De er om en anden')
      expect(text).not.toContain('Der var ingen noter.')
    }))

  it('are listed for staff alone', () =>
    withSite(prepare, async (site) => {
      const { page } = await openAsBorrower(site, '/da/skranke/noter')
      expect(page.status).toBe(403)
      expect(page.html).not.toContain('hund')
    }))
})
