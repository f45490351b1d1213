import { acquireCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { staffUser } from '../http/with-http-server'
import type { HttpBrowser } from './http-browser'
import { openStaffPage, withStaffPages } from './staff-page-steps'
import type { ServedSite } from './with-site'

const overviewOf = async ({ send }: ServedSite, borrower: string) =>
  (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body

/** Registers a borrower, and opens one of the pages of the record. */
const openPage = async (site: ServedSite, browser: HttpBrowser, page: string, person: object = {}) => {
  const borrower = await registerBorrowerByHttp(site, { name: 'Anna Berg', ...person })
  await openStaffPage(browser, `/da/skranke/laaner/${borrower}/${page}`)
  return borrower
}

const newPerson = {
  ...{ name: 'Ny Låner', cpr: '630280-0000', birthDate: '', group: 'adult', municipality: '851', card: '2000000999' },
  ...{ 'phones-0': '+4500000000', 'phones-1': '', mobileForNotices: 'phones-0', 'emails-0': 'ny@example.dk' },
  ...{ pin: '2468' },
  ...{ homeBranch: 'DK-785101', language: 'en' },
}

describe('a borrower who is registered at the desk', () => {
  it('is registered once, and the form keeps what was written when something is wrong', () =>
    withStaffPages(async (site, browser) => {
      await acquireCopyByHttp(site)
      await openStaffPage(browser, '/da/skranke/opret')
      const wrong = await browser.submit('name="card"', { ...newPerson, cpr: '99', 'phones-0': '12' })
      expect(wrong.status).toBe(400)
      expect(wrong.html).toContain('value="Ny Låner"')
      expect(wrong.html.match(/form-error-message/g)?.length).toBeGreaterThanOrEqual(2)
      expect(wrong.html).not.toContain('2468')
      const done = await browser.submit('name="card"', newPerson)
      expect([done.status, done.html.includes('Låneren er oprettet.')]).toEqual([200, true])
      const borrower = done.url.pathname.split('/').at(-2) ?? ''
      expect(await overviewOf(site, borrower)).toMatchObject({
        record: { name: 'Ny Låner', birthDate: '1980-02-03', homeBranch: 'DK-785101', language: 'en' },
        contact: { phones: ['+4500000000'], emails: ['ny@example.dk'], careOf: null },
      })
      await browser.open('/da/skranke/opret?branch=DK-785100')
    }))

  it.each([
    ['CPR number', { card: '2000000998' }, 'cpr', 'CPR-nummeret er i brug: en anden låner har det.'],
    ['card number', { cpr: '', birthDate: '1980-02-03' }, 'card', 'Kortnummeret er i brug: et andet kort har det.'],
  ])('reads beside the field that the %s is in use', (_, changed, field, text) =>
    withStaffPages(async (_site, browser) => {
      await openStaffPage(browser, '/da/skranke/opret')
      await browser.submit('name="card"', newPerson)
      await browser.open('/da/skranke/opret?branch=DK-785100')
      const { status, html } = await browser.submit('name="card"', { ...newPerson, ...changed })
      expect([status, html.includes(`id="register-${field}-error">${text}`)]).toEqual([409, true])
      expect(html.match(/form-error-message/g)).toHaveLength(1)
    }),
  )

  it('meets a form that says what must be filled in, and names each wrong field with a link to it', () =>
    withStaffPages(async (_site, browser) => {
      const { html } = await openStaffPage(browser, '/da/skranke/opret')
      for (const label of ['Navn', 'Kortnummer']) expect(html).toContain(`${label} (skal udfyldes)`)
      expect(html).toMatch(/<input[^>]*name="card"[^>]*data-enter-moves-on/)
      const alertOf = async (fields: Readonly<Record<string, string>>) =>
        /class="alert alert-error".*?<\/div>/s.exec((await browser.submit('name="card"', fields)).html)?.[0] ?? ''
      const one = await alertOf({ ...newPerson, card: '' })
      expect(one.match(/href="#[^"]*"/g)).toEqual(['href="#register-card"'])
      const two = await alertOf({ ...newPerson, name: '', 'phones-0': '12' })
      expect(two.match(/href="#[^"]*">[^<]*/g)).toEqual([
        'href="#register-name">Navn',
        'href="#register-phones-0">Telefon 1',
      ])
    }))

  it('gets notices at the first phone and e-mail that are written, unless staff choose otherwise', () =>
    withStaffPages(async (site, browser) => {
      const { mobileForNotices: _chosen, ...unchosen } = newPerson
      await openStaffPage(browser, '/da/skranke/opret')
      const { url } = await browser.submit('name="card"', unchosen)
      expect(await overviewOf(site, url.pathname.split('/').at(-2) ?? '')).toMatchObject({
        contact: { mobileForNotices: '+4500000000', emailForNotices: 'ny@example.dk' },
      })
    }))

  it('is led on to the page of the guardian when it is a child', () =>
    withStaffPages(async (site, browser) => {
      await openStaffPage(browser, '/da/skranke/opret')
      const child = { ...newPerson, cpr: '', birthDate: '2018-02-03', group: 'child' }
      const page = await browser.submit('name="card"', child)
      expect(page.url.pathname).toMatch(/\/vaerge$/)
      const fields = { cpr: '6302800000', name: 'Vera Berg', 'phones-0': '+4500000001', paperMonth: '2026-01' }
      const half = await browser.submit('name="paperMonth"', fields)
      expect([half.status, half.html.includes('value="Vera Berg"')]).toEqual([400, true])
      const saved = await browser.submit('name="paperMonth"', { ...fields, paperBranch: 'DK-785100' })
      expect(saved.html).toContain('Værgen er registreret.')
      const shown = await browser.open(`${page.url.pathname}?branch=DK-785100`)
      expect(shown.html).toContain('Vera Berg')
      expect(shown.html).toContain('<dd>2026-01, Hovedbiblioteket</dd>')
      const removed = await browser.submit('Fjern værgen')
      expect(removed.html).toContain('Værgen er fjernet.')
      const borrower = page.url.pathname.split('/').at(-2) ?? ''
      expect((await overviewOf(site, borrower)).guardian).toBeUndefined()
    }))

  it('is led there by age whatever the group, and a group that contradicts the age is said', () =>
    withStaffPages(async (_site, browser) => {
      const register = async (person: object) => {
        await browser.open('/da/skranke/opret?branch=DK-785100')
        return browser.submit('name="card"', { ...newPerson, cpr: '', ...person })
      }
      await openStaffPage(browser, '/da/skranke/opret')
      const minor = await register({ birthDate: '2016-02-03' })
      expect(minor.url.pathname).toMatch(/\/vaerge$/)
      expect(minor.html).toContain('står i gruppen for voksne og er under 18 år')
      const record = await browser.open(`${minor.url.pathname.replace('/vaerge', '')}?branch=DK-785100`)
      expect(record.html).toContain('Låneren er under 18 år, men står i gruppen for voksne.')
      const grown = await register({ birthDate: '1980-02-03', group: 'child', card: '2000000998' })
      expect(grown.url.pathname).toMatch(/\/privatliv$/)
      expect(grown.html).toContain('står i gruppen for børn og er fyldt 18 år')
    }))
})

describe('what is known of a borrower', () => {
  it('is put right with a reason alone, and not over what somebody else has changed meanwhile', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await openPage(site, browser, 'ret')
      const identity = {
        name: 'Anna Berg Hansen',
        cpr: '',
        birthDate: '1980-02-03',
        group: 'adult',
        municipality: '851',
      }
      const noReason = await browser.submit('name="cpr"', { ...identity, reason: '' })
      expect([noReason.status, noReason.html.includes('value="Anna Berg Hansen"')]).toEqual([400, true])
      const done = await browser.submit('name="cpr"', { ...identity, reason: 'Navn efter vielse' })
      expect(done.html).toContain('Oplysningerne er rettet.')
      expect((await overviewOf(site, borrower)).record.name).toBe('Anna Berg Hansen')
      const stale = await browser.submit('name="cpr"', { ...identity, name: 'Andet', reason: 'Fejl', etag: '0' })
      expect([stale.status, (await overviewOf(site, borrower)).record.name]).toEqual([412, 'Anna Berg Hansen'])
    }))

  it('is not written over unseen where name and address are protected', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await openPage(site, browser, 'ret', { name: 'Berta Beskyttet' })
      await browser.submit('name="protection"', { protection: 'nameAndAddress', reason: 'Ønske' })
      const page = await browser.open(`/da/skranke/laaner/${borrower}/ret?branch=DK-785100`)
      expect([page.html.includes('Berta'), page.html.includes('name="cpr"')]).toEqual([false, false])
      const opened = await browser.submit('Åbn beskyttet', { reason: 'Navnet er stavet forkert' })
      expect([opened.html.includes('value="Berta Beskyttet"'), opened.html.includes('name="cpr"')]).toEqual([
        true,
        true,
      ])
    }))

  it('is changed with a new card, a stolen card and a PIN that is never shown', () =>
    withStaffPages(async (site, browser) => {
      const borrower = await openPage(site, browser, 'ret')
      const issued = await browser.submit('name="replaces"', { number: '2111111155', replaces: '' })
      expect(issued.html).toContain('Kortet er udstedt.')
      const inUse = await browser.submit('name="replaces"', { number: '2111111155', replaces: '' })
      expect(inUse.html).toMatch(/id="[^"]*number-error">Kortnummeret er i brug/)
      const wrongPin = await browser.submit('type="password"', { pin: '12' })
      expect(wrongPin.status).toBe(400)
      expect((await browser.submit('type="password"', { pin: '1357' })).html).toContain('PIN-koden er gemt.')
      const { html } = await browser.open(`/da/skranke/laaner/${borrower}/ret?branch=DK-785100`)
      expect(html).toMatch(/<details[^>]*><summary>Meld stjålet.*?Kortet kan ikke bruges mere.*?<form/s)
      await browser.submit('Ja, spær kortet')
      expect(await overviewOf(site, borrower)).toMatchObject({ blocks: [{ reason: 'O' }] })
    }))

  it('holds the messages, each with the day on which it is forgotten', () =>
    withStaffPages(async (site, browser) => {
      await acquireCopyByHttp(site)
      const borrower = await openPage(site, browser, 'beskeder')
      const { html } = await browser.open(`/da/skranke/laaner/${borrower}/beskeder?branch=DK-785100`)
      expect(html).toMatch(/velkomst.*<time dateTime="2026-/is)
      const nothingOwed = await browser.submit('Send opgørelse')
      expect([nothingOwed.status, nothingOwed.html.includes('role="alert"')]).toEqual([409, true])
    }))
})
