import { verify } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { administratorUser, auditorUser, staffUser, type ServedLibrary } from '../http/with-http-server'
import type { BrowserAnswer, HttpBrowser } from './http-browser'
import { withSite, type ServedSite } from './with-site'

const auditor = auditorUser as { readonly role: 'auditor'; readonly subject: string }
const look = 'Et brev skal sendes'

/** A copy that was lent and returned, and its loan forgotten; the record of its borrower was opened by staff. */
const withForgottenLoan = (test: (site: ServedSite, copy: string) => Promise<void>) => () => {
  let copy = ''
  return withSite(
    async (library: ServedLibrary) => {
      const borrower = await registerBorrowerByHttp(library)
      copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
      await library.send('POST', `/borrowers/${borrower}/openings`, { as: staffUser, body: { reason: look } })
      await moveClockTo(library.runningLibrary, '2026-02-11' as Day)
      return { borrower }
    },
    (site) => test(site, copy),
  )
}

/** Opens a page until what it reads in the background is ready. */
const openWhenRead = async (browser: HttpBrowser, address: string): Promise<BrowserAnswer> => {
  for (;;) {
    const answer = await browser.open(address)
    if (!answer.html.includes('data-under-way')) return answer
    await setTimeout(10)
  }
}

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
    'give a certificate to download, with what verifies it, and say by which command all are verified',
    withForgottenLoan(async ({ openBrowserOf, runningLibrary, send }) => {
      const [{ certificate }] = (await send('GET', '/certificates', { as: administratorUser })).body.certificates
      const browser = await openBrowserOf(auditor)
      const path = `/da/revision/certifikater/${certificate}`
      const { html } = await browser.open(path)
      for (const text of [`${path}/fil`, `${path}/bevis`, 'BEGIN PUBLIC KEY', 'npx glemsom-verify EKSPORT'])
        expect(html).toContain(text)
      const file = await browser.open(`${path}/fil`)
      expect(file.headers.get('content-disposition')).toContain(`certificate-${certificate}.json`)
      const { statement, signature, verifyingKey } = JSON.parse(file.html)
      const isSigned = (text: string) => verify(null, Buffer.from(text), verifyingKey, Buffer.from(signature, 'base64'))
      expect([isSigned(statement), isSigned(`${statement} `)]).toEqual([true, false])
      expect((await browser.open(`${path}/bevis`)).html).toContain('Det næste underskrives, når dagen lukkes')
      await runningLibrary.transparency?.signHeadsOfClosings()
      const proof = await browser.open(`${path}/bevis`)
      expect(JSON.parse(proof.html)).toMatchObject({ log: 'circulation' })
      expect(proof.headers.get('content-disposition')).toBe(
        `attachment; filename="certificate-${certificate}-proof.json"`,
      )
      const asText = await browser.open(`${path}/bevis`, { Accept: 'text/plain' })
      expect(asText.headers.get('content-disposition')).toContain(`certificate-${certificate}-proof.tlog-proof"`)
      const staff = await openBrowserOf({ role: 'staff', subject: 'demo-staff' })
      expect((await staff.open(`${path}/fil`)).status).toBe(403)
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
    'say beside the form when there is nothing to replay, or what is wrong',
    withForgottenLoan(async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(auditor)
      const unknown = await browser.open('/en/revision?subject=copy&id=9999999999')
      expect([unknown.status, unknown.html.includes('There is no event of this record')]).toEqual([200, true])
      const wrong = await browser.open('/en/revision?subject=copy&id=%C3%A6')
      expect([wrong.status, wrong.html.includes('Number or id: ')]).toEqual([200, true])
      expect((await browser.open('/en/revision')).html).not.toContain('Number or id: ')
      expect((await browser.open('/en/revision?subject=copy&id=')).html).toContain('Write a number or an id.')
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

  it(
    'count looks by reason, and show the reason to nobody',
    withForgottenLoan(async ({ openBrowserOf }) => {
      for (const caller of [auditor, { role: 'administrator', subject: 'demo-administrator' } as const]) {
        const browser = await openBrowserOf(caller)
        const all = (await browser.open('/en/revision/opslag')).html
        expect([all.includes('the record of the borrower'), all.includes(look)]).toEqual([true, false])
        const other = (await browser.open('/en/revision/opslag?reason=noget+andet')).html
        expect(other).toContain('Nobody has opened anything for that reason.')
      }
    }),
  )
})
