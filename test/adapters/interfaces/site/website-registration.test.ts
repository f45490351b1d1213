import { pageOfBorrowers, recordedBlocksOfBorrower } from '../../../../projections/borrowers/borrower-record-queries'
import { registerFromWebsiteRoute } from '../../../../adapters/interfaces/http/resources/borrowers/register-from-website-route'
import { testBranch } from '../http/http-steps'
import { machineUser, staffUser } from '../http/with-http-server'
import { theOnlyBorrower } from './borrower/borrower-page-steps'
import { logInWithClaims } from './log-in-with-claims'
import { logInByProvider, withSite, type ServedSite } from './with-site'

/** Replacement numbers of no day, which belong to nobody: of an adult, and of a child. */
const [adultCpr, childCpr] = ['6302800000', '6302154000']

const knownAs = (cpr: string) => () => Promise.resolve({ logIn: logInWithClaims({ cpr, name: 'Another Name' }) })

const filledIn = {
  ...{ name: 'Nina Ny', address: 'Vejen 1', phone: '+45 11 11 11 11', email: 'nina@example.org' },
  ...{ homeBranch: testBranch, language: 'da', pin: '2468', pinAgain: '2468' },
}

const countBorrowers = ({ runningLibrary: { rows } }: ServedSite): number =>
  pageOfBorrowers(undefined, 100)(rows).length

describe('a person whom the provider identifies and whom the library does not know', () => {
  it('registers with a form that does not hold the CPR number, is logged in, and is blocked until staff confirm', () =>
    withSite(knownAs(adultCpr), async (site) => {
      const browser = site.openBrowser()
      const form = await logInByProvider(browser, '/da/mit/profil')
      expect(form.url.pathname).toBe('/da/log-ind/opret')
      expect(countBorrowers(site)).toBe(0)
      const page = await browser.submit('value="register"', filledIn)
      expect([page.status, page.url.pathname]).toEqual([200, '/da/mit/velkommen'])
      expect((await browser.open('/da/mit/profil')).html).toContain('Nina Ny')
      const nina = theOnlyBorrower(site, 'Nina Ny')
      expect(recordedBlocksOfBorrower(nina)(site.runningLibrary.rows)).toMatchObject([{ reason: 'W' }])
      const record = (await site.send('GET', `/borrowers/${nina}`, { as: staffUser })).body
      expect(record.record).toMatchObject({ cpr: adultCpr, birthDate: '1980-02-03', group: 'adult' })
      expect(record.contact).toMatchObject({ phones: ['+4511111111'], emailForNotices: 'nina@example.org' })
      expect(`${form.html} ${form.url.href}`).not.toContain(adultCpr)
      expect((await browser.open('/da/mit')).html).toContain('Vis dit sundhedskort på biblioteket')
      expect([...browser.cookies.values()].join(' ')).not.toContain(adultCpr)
    }))

  it('keeps what was written when it is refused, in both languages, but no PIN', () =>
    withSite(knownAs(adultCpr), async (site) => {
      const browser = site.openBrowser()
      await logInByProvider(browser, '/en/mit')
      const page = await browser.submit('value="register"', { ...filledIn, phone: '1', pin: '12', pinAgain: '12' })
      expect(page.status).toBe(400)
      expect(page.html).toContain('The form is not filled in correctly')
      expect(page.html).toMatch(/id="register-phone-error".*id="register-pin-error"/s)
      expect(page.html).toContain('value="Nina Ny"')
      expect(page.html).not.toContain('value="12"')
      const differ = await browser.submit('value="register"', { ...filledIn, pinAgain: '2469' })
      expect(differ.html).toMatch(/id="register-pinAgain-error"/)
      expect(countBorrowers(site)).toBe(0)
    }))

  it('registers once, however often the form is sent, and a CPR number in a text is refused', () =>
    withSite(knownAs(adultCpr), async (site) => {
      const browser = site.openBrowser()
      await logInByProvider(browser, '/da/mit')
      const secret = await browser.submit('value="register"', { ...filledIn, address: `Vejen ${adultCpr}` })
      expect([secret.status, countBorrowers(site)]).toEqual([400, 0])
      await browser.submit('value="register"', filledIn)
      const again = await browser.open('/da/log-ind/opret')
      expect([again.status, countBorrowers(site)]).toEqual([403, 1])
    }))

  it('who is a child is told to come with a guardian', () =>
    withSite(knownAs(childCpr), async (site) => {
      const page = await logInByProvider(site.openBrowser(), '/da/mit')
      expect([page.status, page.html.includes('sammen med en værge')]).toEqual([403, true])
      const { name, homeBranch, language, pin } = filledIn
      const contact = {
        careOf: null,
        address: null,
        phones: [],
        mobileForNotices: null,
        emails: [],
        emailForNotices: null,
      }
      const sent = { name, homeBranch, language, pin, cpr: childCpr, contact }
      expect((await site.send('POST', '/website-registrations', { as: machineUser, body: sent })).status).toBe(400)
    }))

  it('cannot register without having been identified, or from another site', () =>
    withSite(knownAs(adultCpr), async (site) => {
      expect((await site.openBrowser().open('/da/log-ind/opret')).status).toBe(403)
      const browser = site.openBrowser()
      await logInByProvider(browser, '/da/mit')
      const page = await browser.submit('value="register"', filledIn, { Origin: 'https://evil.example' })
      expect([page.status, countBorrowers(site)]).toEqual([403, 0])
    }))
})

describe('the route by which the website registers', () => {
  it('is for machines alone', () => {
    expect(registerFromWebsiteRoute.roles).toEqual(['machine'])
  })
})
