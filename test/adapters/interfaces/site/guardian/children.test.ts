import type { Day } from '../../../../../domain/values/day'
import { moveClockTo } from '../../../../e2e/use-case-steps'
import { returnCopy } from '../../../../promises/lending-steps'
import { guardianshipOf, registerChildByHttp, registerGuardianByHttp } from '../../http/guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../http/http-steps'
import { staffUser, type ServedLibrary } from '../../http/with-http-server'
import { theOnlyBorrower } from '../borrower/borrower-page-steps'
import { logInWithClaims } from '../log-in-with-claims'
import { logInByProvider, openAs, withSite, type ServedSite } from '../with-site'

/** A child with a fee for `Kanariebogen`, and its guardian. */
const childWithFee = (birthDate: string) => async (library: ServedLibrary) => {
  const child = await registerChildByHttp(library, { birthDate })
  await registerGuardianByHttp(library, child)
  const copy = await acquireCopyByHttp(library, { name: 'Kanariebogen' })
  await lendCopyByHttp(library, copy, child)
  await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
  await returnCopy(library, copy)
  await library.runningLibrary.retention.run()
  return { guardianship: await guardianshipOf(library, child) }
}

const young = childWithFee('2015-02-03')

const open = async (site: ServedSite, path: string) => {
  const browser = site.openBrowser()
  return { browser, page: await openAs(browser, 'demo-guardian', path) }
}

/** A replacement number of no day, which belongs to nobody. */
const motherCpr = '6302800000'

/** A borrower who is the guardian of a child too, and whom a provider knows by the CPR number. */
const borrowerAndGuardian = async (library: ServedLibrary) => {
  const child = await registerChildByHttp(library)
  await registerGuardianByHttp(library, child, { cpr: motherCpr })
  await registerBorrowerByHttp(library, { name: 'Vera Værge', cpr: motherCpr, birthDate: undefined })
  return { logIn: logInWithClaims({ cpr: motherCpr }) }
}

/** A guardian of so many children, whom a provider knows by the CPR number. */
const guardianOf = (children: number) => async (library: ServedLibrary) => {
  for (let number = 0; number < children; number += 1)
    await registerGuardianByHttp(library, await registerChildByHttp(library), { cpr: motherCpr })
  return { logIn: logInWithClaims({ cpr: motherCpr }) }
}

describe('the page of a guardian', () => {
  it.each([
    [20, 20, false],
    [21, 20, true],
  ])('shows %i children as %i, and says who tells of those for whom there is no room', (children, shown, hasNotice) =>
    withSite(guardianOf(children), async (site) => {
      const browser = site.openBrowser()
      await logInByProvider(browser, '/da/mit/boern')
      const { html } = await browser.open('/da/mit/boern')
      expect(html.match(/id="child-/g)).toHaveLength(shown)
      expect(html.includes('Du er værge for flere børn, end siden og filen har plads til.')).toBe(hasNotice)
      const data = await browser.open('/en/mit/boern/data')
      expect(data.html.includes('Ask staff at the library about the others')).toBe(hasNotice)
    }),
  )

  it('shows what a child below 15 owes, and for what', () =>
    withSite(young, async (site) => {
      const { page } = await open(site, '/da/mit/boern')
      expect(page.html).toMatch(/Bo Barn.*Skylder i alt.*10,00.*Kanariebogen.*30 dage efter/s)
    }))

  it('shows the amount alone of a child of 15, and says why', () =>
    withSite(childWithFee('2010-02-03'), async (site) => {
      const { page } = await open(site, '/en/mit/boern')
      expect(page.html).toMatch(/Bo Barn.*Owes in total/s)
      expect(page.html).toContain('you see amounts, not titles')
      expect(page.html).not.toContain('Kanariebogen')
    }))

  it('lets the guardian pay, and says what is true when they come back', () =>
    withSite(young, async (site) => {
      const { browser } = await open(site, '/da/mit/boern')
      expect((await browser.submit('value="pay"')).html).toContain('stedfortræder')
      expect((await browser.open('/da/mit/boern/betaling')).html).toContain('Betalingen er gennemført')
      await site.runningLibrary.retention.run()
      expect((await browser.open('/da/mit/boern')).html).toContain('Skylder ikke noget.')
    }))

  it('corrects how the library reaches the guardian, and nothing of the child', () =>
    withSite(young, async (site) => {
      const child = theOnlyBorrower(site, 'Bo Barn')
      const before = (await site.send('GET', `/borrowers/${child}`, { as: staffUser })).body.record
      const { browser } = await open(site, '/da/mit/boern')
      const wrong = await browser.submit('value="contact"', { 'phones-0': 'nul' })
      expect([wrong.status, wrong.html.includes('value="nul"')]).toEqual([400, true])
      const page = await browser.submit('value="contact"', { 'phones-0': '+4599999999', name: 'Another' })
      expect(page.html).toContain('Dine kontaktoplysninger er rettet.')
      expect((await browser.submit('value="sendLink"')).html).toContain('Linket er sendt.')
      const after = (await site.send('GET', `/borrowers/${child}`, { as: staffUser })).body
      expect(after.guardian.contact.phones).toEqual(['+4599999999'])
      expect(after.record).toEqual(before)
    }))

  it('stands in the menu beside the pages of a borrower for a person who is both', () =>
    withSite(borrowerAndGuardian, async (site) => {
      const browser = site.openBrowser()
      const page = await logInByProvider(browser, '/da/mit')
      expect(page.html).toMatch(/href="\/da\/mit\/mellemvaerende".*href="\/da\/mit\/boern"/s)
      expect((await browser.open('/da/mit/boern')).html).toContain('Bo Barn')
    }))

  it('opens to no borrower, and no page of borrowers opens to a guardian', () =>
    withSite(young, async (site) => {
      const { browser } = await open(site, '/da/mit/boern')
      expect((await browser.open('/da/mit/profil')).status).toBe(403)
      await browser.open('/da/mit/boern')
      const other = await browser.submit('value="pay"', { of: '00000000-0000-4000-8000-000000000000' })
      expect(other.status).toBe(403)
    }))
})
