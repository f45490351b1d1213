import type { Day } from '../../../../../domain/values/day'
import { moveClockTo } from '../../../../e2e/use-case-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../../http/http-steps'
import { staffUser, type ServedLibrary } from '../../http/with-http-server'
import type { HttpBrowser } from '../http-browser'
import { borrowerOf, openAs, openAsBorrower, withSite, type ServedSite } from '../with-site'
import { theOnlyBorrower } from './borrower-page-steps'

/** Anna has two loans, of which nobody else waits for the first, and Bo waits for the second. */
const annaWithTwoLoans = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711', name: 'Anna Berg' })
  const [first, second] = [
    await acquireCopyByHttp(library, { title: '52557240', name: 'Kongens Fald' }),
    await acquireCopyByHttp(library, { title: '52557241', name: 'Den lange Rejse' }),
  ]
  for (const copy of [first, second]) await lendCopyByHttp(library, copy, borrower)
  await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
  const bo = await registerBorrowerByHttp(library, { name: 'Bo Holm' })
  await library.send('POST', '/titles/52557241/reservations', { as: staffUser, body: { borrower: bo } })
  return { borrower }
}

/** Windows of one browser, each of which can show a page of its own. */
const sameBrowserTimes = (site: ServedSite, { cookies }: HttpBrowser, times: number) =>
  Array.from({ length: times }, () => {
    const window = site.openBrowser()
    for (const [name, value] of cookies) window.cookies.set(name, value)
    return window
  })

/** The rows of the table with the running loans, as texts. */
const loansOn = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => row.replaceAll(/<[^>]+>/g, ' '))

describe('the start page of a borrower', () => {
  it('says of each loan until when it would be renewed, or what stands in the way', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const { page } = await openAsBorrower(site, '/da/mit')
      expect(page.status).toBe(200)
      const rows = loansOn(page.html)
      expect(rows.find((row) => row.includes('Kongens Fald'))).toMatch(/04\.02\.2026.*Forny.*03\.03\.2026/s)
      expect(rows.find((row) => row.includes('Den lange Rejse'))).toContain('andre har reserveret')
      expect(page.html).toContain('30 dage efter aflevering')
    }))

  it('renews a loan, and says until which day it runs, but not in the address', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const { browser } = await openAsBorrower(site, '/en/mit')
      const page = await browser.submit('value="renew"')
      expect(page.html).toContain('The loan is renewed until 3 Mar 2026.')
      expect(page.url.href).not.toContain('2026')
    }))

  it('renews all loans that can be renewed, and says that some could not', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const { browser } = await openAsBorrower(site, '/en/mit')
      const page = await browser.submit('value="renewAll"')
      expect(page.html).toContain('Some of the loans are renewed.')
      expect(loansOn(page.html).find((row) => row.includes('Kongens Fald'))).toContain('3 Mar 2026')
    }))

  it('renews once, however often the form is sent', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit')
      const windows = sameBrowserTimes(site, browser, 3)
      for (const window of windows) await window.open('/da/mit')
      const status: string[] = []
      for (const [index, key] of ['one', 'one', 'another'].entries()) {
        const { html } = await windows[index]!.submit('value="renewAll"', { _key: key })
        status.push(/alert-success.*?alert-text">([^<]+)/s.exec(html)?.[1] ?? '')
      }
      expect(status[1]).toBe(status[0])
      expect(status[2]).toContain('Ingen lån kunne fornys.')
    }))

  it('names the title of a loan that cannot be renewed any more, in the box that has the focus', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const { browser, borrower } = await openAsBorrower(site, '/en/mit')
      const { loans } = (await site.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body
      const { loan } = loans.find(({ name }: { readonly name: string }) => name === 'Den lange Rejse')
      const page = await browser.submit('value="renew"', { of: loan })
      expect(page.status).toBe(409)
      expect(/role="alert" data-focus(.*?)<\/div>/s.exec(page.html)?.[1]).toContain(
        'Den lange Rejse: Others have reserved the material.',
      )
    }))

  it('refuses to renew a loan of somebody else, and shows no name of it', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const bo = theOnlyBorrower(site, 'Bo Holm')
      const copy = await acquireCopyByHttp(site, { title: '52557249', name: 'Bos Bog' })
      await lendCopyByHttp(site, copy, bo)
      const { loans } = (await site.send('GET', `/borrowers/${bo}`, { as: staffUser })).body
      const { browser } = await openAsBorrower(site, '/da/mit')
      const page = await browser.submit('value="renew"', { of: String(loans[0].loan) })
      expect(page.status).toBe(403)
      expect(page.html).not.toContain('Bos Bog')
    }))

  it('warns of what is overdue, and shows what is ready for pick-up with its number and deadline', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const anna = borrowerOf(site)
      const ready = await acquireCopyByHttp(site, { title: '52557250', name: 'Bræen' })
      await lendCopyByHttp(site, ready, theOnlyBorrower(site, 'Bo Holm'))
      await site.send('POST', '/titles/52557250/reservations', { as: staffUser, body: { borrower: anna } })
      await site.send('POST', `/copies/${ready}/return`, { as: staffUser, body: { branch: testBranch } })
      await moveClockTo(site.runningLibrary, '2026-02-07' as Day)
      const { page } = await openAsBorrower(site, '/da/mit')
      expect(page.html).toContain('Over afleveringsdatoen')
      expect(page.html).toContain('Bræen')
      expect(page.html).toMatch(/Hentes senest/)
    }))

  it('is refused to staff, and leads to the log-in without a session', () =>
    withSite(annaWithTwoLoans, async (site) => {
      const staff = site.openBrowser()
      await openAs(staff, 'demo-staff', '/da/skranke')
      expect((await staff.open('/da/mit')).status).toBe(403)
      expect((await site.openBrowser().open('/da/mit')).url.pathname).toBe('/da/log-ind')
    }))
})
