import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { machineUser, staffUser } from '../http/with-http-server'
import { largeWords, moveClock, openStaffPage, withStaffPages } from './staff-page-steps'
import type { ServedSite } from './with-site'

const title = '52557240'
const otherBranch = 'DK-785101'

const reserve = async (site: ServedSite, pickUpBranch: string) => {
  const borrower = await registerBorrowerByHttp(site, { name: 'Rasmus Reserveret' })
  await site.send('POST', `/titles/${title}/reservations`, { as: staffUser, body: { borrower, pickUpBranch } })
  return borrower
}

describe('the lists of the desk', () => {
  it('lead from the pull list to the pick-up shelf, and name nobody', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      await reserve(site, testBranch)
      const list = await openStaffPage(browser, '/da/skranke/plukliste')
      expect([list.html.includes(copy), list.html.includes('Rasmus')]).toEqual([true, false])
      const found = await browser.submit('name="code"', { code: copy })
      expect(largeWords(found.html)).toMatch(/^Afhentningshylden nr\. /)
      expect(found.html).toContain('Der er intet at finde frem.')
      const number = /nr\. (\d+)/.exec(largeWords(found.html) ?? '')?.[1] ?? '?'
      const pickUp = await browser.open(`/da/skranke/afhentning?branch=${testBranch}`)
      expect([pickUp.html.includes(number), pickUp.html.includes('Rasmus')]).toEqual([true, false])
    }))

  it('try the next copy when one is not found', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      await reserve(site, testBranch)
      await openStaffPage(browser, '/da/skranke/plukliste')
      const page = await browser.submit('Ikke fundet')
      expect(page.html).toContain('Eksemplaret er savnet.')
      const missing = await browser.open(`/da/skranke/soegelister?list=missing&branch=${testBranch}`)
      expect(missing.html).toContain(copy)
    }))

  it('receive what arrives from another branch', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site, { branch: otherBranch })
      await reserve(site, testBranch)
      await site.send('POST', `/pull-list/${otherBranch}/${copy}/found`, { as: staffUser })
      await openStaffPage(browser, '/en/skranke/forsendelse')
      const arrived = await browser.submit('name="code"', { code: copy })
      expect(largeWords(arrived.html)).toMatch(/^Pick-up shelf no\. /)
    }))

  it('show the queue of a title without names, and end a reservation', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      await lendCopyByHttp(site, copy, await registerBorrowerByHttp(site))
      const borrower = await reserve(site, testBranch)
      await openStaffPage(browser, '/da/skranke/titel')
      expect((await browser.submit('name="code"', { code: '99999999' })).status).toBe(404)
      const queue = await browser.submit('name="code"', { code: title })
      expect([queue.html.includes(`/skranke/laaner/${borrower}`), queue.html.includes('Rasmus')]).toEqual([true, false])
      const refused = await browser.submit('value="cancel"')
      expect([refused.status, refused.html.includes('skal være sat, før reserveringen slettes')]).toEqual([400, true])
      const cancelled = await browser.submit('value="cancel"', { confirm: 'yes' })
      expect(cancelled.html).toContain('Ingen venter på titlen.')
    }))

  it('show what is claimed returned and what is overdue', () =>
    withStaffPages(async (site, browser) => {
      const [late, claimed] = [await acquireCopyByHttp(site), await acquireCopyByHttp(site)]
      const borrower = await registerBorrowerByHttp(site, { name: 'Sofie Forsinket' })
      await lendCopyByHttp(site, late, borrower)
      const { loan } = (await lendCopyByHttp(site, claimed, borrower)).body
      await site.send('POST', `/loans/${String(loan)}/claimed-returned`, { as: staffUser, body: {} })
      await moveClock(site, '2026-02-10')
      const list = await openStaffPage(browser, '/da/skranke/soegelister')
      expect([list.html.includes(claimed), list.html.includes(late)]).toEqual([true, false])
      const overdue = await browser.open(`/da/skranke/soegelister?list=overdue&branch=${testBranch}`)
      expect([overdue.html.includes(late), overdue.html.includes('Sofie')]).toEqual([true, false])
    }))

  it('resolve a case from a machine that was offline, once staff have said that it is done', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      await moveClock(site, '2026-01-08')
      const body = { copy, borrower: null, card: '2999999999', branch: testBranch, actedAt: '2026-01-07T10:00:00.000Z' }
      await site.send('POST', '/loans', { as: machineUser, body })
      const cases = await openStaffPage(browser, '/da/skranke/sager')
      expect([cases.html.includes(copy), cases.html.includes('ingen har kortet')]).toEqual([true, true])
      expect(cases.html).toMatch(/<details><summary>Afslut sagen<span[^>]*> \d+<\/span><\/summary><form/)
      expect(cases.html).not.toContain('autofocus')
      const refused = await browser.submit('Afslut sagen')
      expect([refused.status, refused.html.includes(copy)]).toEqual([400, true])
      expect(refused.html).toMatch(
        /<details open(?:="")?>.*role="alert" data-focus.*skal være sat, før sagen afsluttes/s,
      )
      const resolved = await browser.submit('Afslut sagen', { confirm: 'yes' })
      expect([resolved.html.includes('Sagen er afsluttet.'), resolved.html.includes(copy)]).toEqual([true, false])
    }))

  it('have the letters to print, without a protected name and address, until each is printed', () =>
    withStaffPages(async (site, browser) => {
      const contact = { careOf: null, address: 'Hemmelig Vej 7', phones: [], mobileForNotices: null }
      const borrower = await registerBorrowerByHttp(site, {
        ...{ name: 'Ulla Udeblevet', contact: { ...contact, emails: [], emailForNotices: null } },
      })
      await lendCopyByHttp(site, await acquireCopyByHttp(site), borrower)
      await moveClock(site, '2026-03-15')
      const letters = await openStaffPage(browser, '/da/skranke/breve')
      expect([letters.html.includes('Ulla Udeblevet'), letters.html.includes('Hemmelig Vej 7')]).toEqual([true, true])
      expect(letters.html).toMatch(
        /class="letter-address letter-head">[^<]+\n<time dateTime="2026-03-15">15\.03\.2026/i,
      )
      const body = { protection: 'nameAndAddress', reason: 'Ønske' }
      await site.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
      const hidden = await browser.open(`/da/skranke/breve?branch=${testBranch}`)
      expect([hidden.html.includes('Ulla'), hidden.html.includes('Hemmelig')]).toEqual([false, false])
      await browser.submit('Er udskrevet')
      const printed = await browser.submit('Er udskrevet')
      expect(printed.html).toContain('Der er ingen breve at udskrive.')
    }))

  it('mark a letter to somebody without a postal address', () =>
    withStaffPages(async (site, browser) => {
      const contact = { careOf: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null }
      for (const address of [null, 'Havnegade 3'])
        await lendCopyByHttp(
          site,
          await acquireCopyByHttp(site),
          await registerBorrowerByHttp(site, { contact: { ...contact, address } }),
        )
      await moveClock(site, '2026-03-15')
      await openStaffPage(browser, '/da/skranke/breve')
      for (const [language, mark] of [['da', 'INGEN ADRESSE'] as const, ['en', 'NO ADDRESS'] as const]) {
        const { html } = await browser.open(`/${language}/skranke/breve?branch=${testBranch}`)
        const letters = [...html.matchAll(/<article class="letter">.*?<\/article>/gs)].map(([letter]) => letter)
        const marked = letters.filter((letter) => letter.includes(mark))
        const addressed = letters.filter((letter) => !letter.includes(mark))
        expect([marked.length > 0, addressed.length > 0]).toEqual([true, true])
        expect(addressed.filter((letter) => !letter.includes('Havnegade 3'))).toEqual([])
        expect(marked.filter((letter) => letter.includes('Havnegade 3'))).toEqual([])
      }
    }))

  it('pay the price of a found copy back to whoever shows its receipt, once', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const borrower = await registerBorrowerByHttp(site)
      await lendCopyByHttp(site, copy, borrower)
      await moveClock(site, '2026-03-15')
      const { fees } = (await site.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
      const { fee, amount } = fees.find(({ kind }: { kind: string }) => kind === 'compensation')
      const body = { order: 'bon-1', fees: [fee], amount }
      const paid = await site.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })
      const [{ receipt }] = paid.body.receipts
      await openStaffPage(browser, '/da/skranke/kasse')
      const notFound = await browser.submit('name="receipt"', { receipt })
      expect([notFound.status, notFound.html.includes('Eksemplaret er ikke fundet')]).toEqual([409, true])
      await moveClock(site, '2026-04-20')
      await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      await browser.open(`/da/skranke/kasse?branch=${testBranch}`)
      const back = await browser.submit('name="receipt"', { receipt })
      expect(back.html).toContain('Udbetal til den, der viste kvitteringen: <strong>249,00')
      await browser.open(`/da/skranke/kasse?branch=${testBranch}`)
      expect((await browser.submit('name="receipt"', { receipt })).status).toBe(409)
      expect((await browser.submit('name="receipt"', { receipt: 'noget' })).status).toBe(400)
    }))

  it('tell at the return what is to be paid back for a found copy, and at its receipt where the money waits', () =>
    withStaffPages(async (site, browser) => {
      const copy = await acquireCopyByHttp(site)
      const borrower = await registerBorrowerByHttp(site, { name: 'Sofie Forsinket' })
      await lendCopyByHttp(site, copy, borrower)
      await moveClock(site, '2026-03-15')
      const { fees } = (await site.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
      const { fee, amount } = fees.find(({ kind }: { kind: string }) => kind === 'compensation')
      const body = { order: 'bon-1', fees: [fee], amount }
      const paid = await site.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })
      await openStaffPage(browser, '/da/skranke/aflever')
      const returned = await browser.submit('name="code"', { code: copy })
      expect(returned.html).toContain('Der skal betales tilbage: 249,00')
      expect(returned.html).toContain('udbetal det under Refusioner')
      expect(returned.html.includes('Sofie')).toBe(false)
      await browser.open(`/da/skranke/kasse?branch=${testBranch}`)
      const refused = await browser.submit('name="receipt"', { receipt: paid.body.receipts[0].receipt })
      expect(refused.status).toBe(409)
      expect(refused.html).toContain('eller de venter på at blive betalt ud')
      expect(refused.html).toContain(`/da/skranke/laaner?branch=${testBranch}`)
    }))
})
