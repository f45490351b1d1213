import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../http/http-steps'
import { administratorUser } from '../http/with-http-server'
import { auditor, openWhenRead, withForgottenLoan } from './audit-page-steps'
import type { BrowserAnswer } from './http-browser'
import { borrowerOf } from './with-site'

describe('the pages of an auditor', () => {
  it(
    'replay a copy event by event, and lead from what is erased to its certificate',
    withForgottenLoan(async ({ openBrowserOf }, copy) => {
      const browser = await openBrowserOf(auditor)
      const { html } = await browser.open(`/da/revision?subject=copy&id=${copy}`)
      for (const text of ['på hylden', 'LoanStarted', 'LoanReturned', 'slettet', 'lån']) expect(html).toContain(text)
      const way = /href="\/da(\/revision\/certifikater\/[0-9a-f-]{36})"/.exec(html)?.[1]
      const certificate = await browser.open(`/en${way ?? ''}`)
      expect(certificate.status).toBe(200)
      for (const text of ['What is signed', 'valid', 'loans: 1']) expect(certificate.html).toContain(text)
    }),
  )

  it(
    'show a past day and compare two days, in English',
    withForgottenLoan(async ({ openBrowserOf }, copy) => {
      const browser = await openBrowserOf(auditor)
      const past = (await browser.open(`/en/revision?subject=copy&id=${copy}&at=2026-01-05`)).html
      expect(past).toContain('on the shelf')
      const compared = `/en/revision?subject=copy&id=${copy}&at=2026-01-04&compareWith=2026-01-05`
      expect((await browser.open(compared)).html).toContain('was not there')
    }),
  )

  it(
    'say beside the form when there is nothing to replay, and beside its field what is wrong',
    withForgottenLoan(async (site, copy) => {
      const browser = await site.openBrowserOf(auditor)
      const errorAt = async (query: string) => {
        const { status, html } = await browser.open(`/en/revision?${query}`)
        expect([status, html.includes('role="alert" data-focus')]).toEqual([200, true])
        const [, field, error] = /id="replay-(\w+)-error">([^<]+)</.exec(html) ?? []
        return [field, error]
      }
      expect(await errorAt('subject=copy&id=9999999999')).toEqual([undefined, undefined])
      expect(await errorAt('subject=copy&id=')).toEqual(['id', 'Write a number or an id.'])
      for (const id of ['%C3%A6', '3'.repeat(3000)])
        expect(await errorAt(`subject=copy&id=${id}`)).toEqual(['id', expect.stringContaining('number of a copy')])
      const both = ['position', expect.stringContaining('either a day or a position')]
      for (const day of ['at', 'compareWith'])
        expect(await errorAt(`subject=copy&id=${copy}&${day}=2026-01-05&position=7`)).toEqual(both)
      expect(await errorAt(`subject=copy&id=${copy}&compareWith=2026-01-05`)).toEqual(['at', expect.anything()])
      const ofBorrower = await errorAt(`subject=borrower&id=${borrowerOf(site)}&position=7`)
      expect(ofBorrower).toEqual(['position', expect.stringContaining('Write a day instead')])
      expect((await browser.open('/en/revision')).html).not.toContain('role="alert" data-focus')
    }),
  )

  it(
    'list certificates, what was due, legal holds, looks and damage',
    withForgottenLoan(async ({ openBrowserOf, send }) => {
      const why = 'Anmodning fra politiet'
      const [{ certificate }] = (await send('GET', '/certificates', { as: administratorUser })).body.certificates
      const browser = await openBrowserOf(auditor)
      const read = async (path: string) => (await browser.open(`/en/revision/${path}`)).html
      expect(await read('certifikater')).toContain(certificate)
      expect((await openWhenRead(browser, '/en/revision/forfald?at=2026-02-04')).html).toContain('loans')
      expect(await read('slettestop')).toContain('There are no legal holds.')
      expect(await read('beskadiget')).toContain('No event is known to be damaged.')
      expect(await read('opslag')).toContain('the record of the borrower')
      expect(await read('slettestop')).not.toContain(why)
    }),
  )

  it(
    'ask for an opening, have it approved by an administrator, and replay with it, each value with its end',
    withForgottenLoan(async ({ openBrowserOf, send }) => {
      const copy = await acquireCopyByHttp({ send })
      const reader = await registerBorrowerByHttp({ send })
      await lendCopyByHttp({ send }, copy, reader)
      const browser = await openBrowserOf(auditor)
      await browser.open('/en/revision/aabning')
      const requested = await browser.submit('value="request"', { class: 'loan', reason: 'Sample', hours: '1' })
      expect(requested.html).toContain('waits for approval')
      expect(requested.html).not.toContain('Sample')
      const address = requested.url.pathname
      const colleague = await openBrowserOf({ role: 'administrator', subject: 'demo-administrator' })
      expect((await colleague.open(address)).html).toContain('Sample')
      expect((await colleague.submit('value="approve"', {})).html).toContain('The opening is approved.')
      expect((await browser.open(address)).html).not.toContain(reader)
      const shown = await browser.submit('value="replay"', { subject: 'copy', id: copy, at: '' })
      for (const text of [reader, 'What is shown is forgotten like this:', '30 days after the loan ended'])
        expect(shown.html).toContain(text)
    }),
  )

  it(
    'show the report in both languages, with its charts, without scripts, and lead to it as JSON',
    withForgottenLoan(async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(auditor)
      const words = { da: 'Rapport til databeskyttelsesrådgiveren', en: 'Report for the data protection officer' }
      for (const [language, title] of Object.entries(words)) {
        const { status, html } = await openWhenRead(browser, `/${language}/revision/rapport`)
        expect([status, html.includes(`<h1>${title}</h1>`)]).toEqual([200, true])
        expect(html.match(/<svg class="chart-bars" role="img" aria-label="[^"]+"/g)?.length).toBeGreaterThan(5)
        expect(html).not.toMatch(/style="|<script(?! type="module" src="\/pages\/site\.browser\.mjs">)/)
        const file = await browser.open(`/${language}/revision/rapport/json/${language}`)
        expect(file.headers.get('Content-Disposition')).toContain(`report-2026-02-11-${language}.json`)
        expect(JSON.parse(file.html)).toMatchObject({ title, language, madeOn: '2026-02-11' })
      }
      expect((await browser.open('/da/revision')).html).toContain('href="/da/revision/rapport"')
    }),
  )

  it(
    'say how far the reading of the logs has come, show a report until a new one is asked for, and read again then',
    withForgottenLoan(async ({ openBrowserOf, send }) => {
      const browser = await openBrowserOf(auditor)
      const first = await browser.open('/en/revision/rapport')
      expect([first.status, first.html.includes('aria-label="Events read"')]).toEqual([200, true])
      const report = await openWhenRead(browser, '/en/revision/rapport')
      const digestOfLogIn = ({ html }: BrowserAnswer) => /[0-9a-f]{64}/.exec(html)?.[0]
      expect(digestOfLogIn(report)).toBeDefined()
      await acquireCopyByHttp({ send })
      expect(digestOfLogIn(await browser.open('/en/revision/rapport'))).toBe(digestOfLogIn(report))
      expect((await browser.submit('value="readAnew"', {})).status).toBe(200)
      expect(digestOfLogIn(await openWhenRead(browser, '/en/revision/rapport'))).not.toBe(digestOfLogIn(report))
    }),
  )

  it(
    'read what was due for a day again when that is asked for, and refuse a day that is none',
    withForgottenLoan(async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(auditor)
      await openWhenRead(browser, '/da/revision/forfald?at=2026-02-04')
      const anew = await browser.submit('value="readAnew"', {})
      expect([anew.url.pathname, anew.url.searchParams.get('at')]).toEqual(['/da/revision/forfald', '2026-02-04'])
      const wrong = await browser.open('/da/revision/forfald?at=2026-02-30')
      expect([wrong.status, wrong.html.includes('Adressen er ikke rigtig')]).toEqual([400, true])
    }),
  )
})
