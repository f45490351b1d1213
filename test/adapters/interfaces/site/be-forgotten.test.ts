import * as E from 'fp-ts/Either'
import { findDemoTokens } from '../../../../adapters/composition/serving/find-demo-tokens'
import { createDemoTokenVerification } from '../../../../adapters/composition/serving/token-verification'
import type { BorrowerId } from '../../../../domain/values/ids'
import { readableText } from '../../../fixtures/readable-text'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../http/http-steps'
import { staffUser, type ServedLibrary } from '../http/with-http-server'
import { borrowerOf, logInByProvider, openAsBorrower, withSite, type ServedSite } from './with-site'

const withLoan = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711' })
  await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
  return { borrower }
}

const returnTheLoan = async ({ send }: ServedSite, borrower: BorrowerId) => {
  const { loans } = (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body
  await send('POST', `/copies/${loans[0].copy}/return`, { as: staffUser, body: { branch: testBranch } })
}

const minutes = (count: number): number => count * 60_000

describe('the page on which borrowers are forgotten (GDPR Article 17)', () => {
  afterEach(() => void jest.restoreAllMocks())

  it('says what stands in the way and how to end it, and has no form meanwhile', () =>
    withSite(withLoan, async (site) => {
      const { page } = await openAsBorrower(site, '/da/mit/data/slet')
      expect(readableText(page.html)).toContain('Lån, der ikke er afleveret: 1 – Aflevér på et bibliotek')
      expect(page.html).not.toContain('Glem mig nu')
    }))

  it('leads from each obstacle to the page on which it is ended', () =>
    withSite(withLoan, async (site) => {
      const { browser, page } = await openAsBorrower(site, '/da/mit/data/slet')
      expect(page.html).toContain('href="/da/mit"')
      const other = await registerBorrowerByHttp(site, { card: '2000000002' })
      await lendCopyByHttp(site, await acquireCopyByHttp(site), other)
      await returnTheLoan(site, borrowerOf(site))
      const body = { borrower: borrowerOf(site), pickUpBranch: testBranch, interestUntil: '2026-06-01' }
      expect((await site.send('POST', '/titles/52557240/reservations', { as: staffUser, body })).status).toBe(201)
      const { html } = await browser.open('/da/mit/data/slet')
      expect(readableText(html)).toContain('Reserveringer: 1 – Slet dem her')
      expect(html).toContain('<a href="/da/mit/reserveringer">Slet dem her</a>')
    }))

  const sender = { send: () => () => Promise.resolve(E.right(undefined)) }
  it.each([
    ['of none, without a mail server or gateway', {}, 'Du får ingen sidste besked: dette bibliotek sender hverken'],
    ['by e-mail', { email: sender }, 'Har du en bekræftet e-mailadresse til beskeder, får du en sidste besked dér.'],
    ['by SMS', { sms: sender }, 'Har du en mobil til beskeder, får du en sidste besked dér.'],
    ['by SMS in place of e-mail', { email: sender, sms: sender }, 'dér, ellers på din mobil til beskeder.'],
  ])('tells of the last message that the library sends: %s', (_, messageSenders, text) =>
    withSite(
      withLoan,
      async (site) => {
        const { page } = await openAsBorrower(site, '/da/mit/data/slet')
        expect(readableText(page.html)).toContain(text)
        expect(page.html.match(/sidste besked/g)).toHaveLength(1)
      },
      { messageSenders },
    ),
  )

  it('asks once more, then forgets everything, says so, and opens nothing from then on', () =>
    withSite(withLoan, async (site) => {
      const borrower = borrowerOf(site)
      await returnTheLoan(site, borrower)
      const { browser } = await openAsBorrower(site, '/en/mit/data/slet')
      const refused = await browser.submit('Forget me now')
      expect([refused.status, readableText(refused.html)]).toEqual([
        400,
        expect.stringContaining('must be ticked before you are forgotten'),
      ])
      expect(refused.html).toMatch(/<input type="checkbox"[^>]* aria-invalid="true"/)
      const done = await browser.submit('Forget me now', { confirm: 'yes' })
      expect(readableText(done.html)).toContain('You are being forgotten')
      await site.runningLibrary.retention.run()
      expect((await site.send('GET', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(404)
      expect((await browser.open('/en/mit/data')).url.pathname).toBe('/en/log-ind')
    }))

  it('leaves another borrower of the demo to log in as, in the same browser too, and says how to begin again', () =>
    withSite(withLoan, async (site) => {
      const borrower = borrowerOf(site)
      await returnTheLoan(site, borrower)
      const other = await registerBorrowerByHttp(site, { card: '2000000002' })
      const { browser } = await openAsBorrower(site, '/da/mit/data/slet')
      await browser.submit('Glem mig nu', { confirm: 'yes' })
      await site.runningLibrary.retention.run()
      const choice = await logInByProvider(browser, '/da/mit')
      expect(readableText(choice.html)).toContain('Den låner, som prøvebiblioteket begyndte med, er glemt.')
      expect([choice.html.includes(other), choice.html.includes(borrower)]).toEqual([true, false])
      const page = await browser.submit('name="user"', { user: other })
      expect([page.status, page.url.pathname]).toEqual([200, '/da/mit'])
    }))

  it('leaves a program the token of the borrower whom the log-in of the demo offers', () =>
    withSite(withLoan, async (site) => {
      const [borrower, library] = [borrowerOf(site), site.runningLibrary]
      const { tokenVerifier, makeDemoTokens } = rightOrThrow(await createDemoTokenVerification({}, true))
      if (makeDemoTokens === undefined) throw new Error('there are no demo tokens')
      const borrowerOfToken = async () => {
        const tokens = await findDemoTokens(makeDemoTokens, library, { borrower, guardianship: undefined })
        const token = tokens.find(({ name }) => name === 'BORROWER')?.token
        return token === undefined ? undefined : rightOrThrow(await tokenVerifier.verify(token)())
      }
      expect(await borrowerOfToken()).toMatchObject({ role: 'borrower', subject: borrower })
      await returnTheLoan(site, borrower)
      await site.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })
      await library.retention.run()
      expect(await borrowerOfToken()).toBeUndefined()
      const other = await registerBorrowerByHttp(site, { card: '2000000002' })
      expect(await borrowerOfToken()).toMatchObject({ role: 'borrower', subject: other })
    }))

  it('wants a log-in of the last minutes, so that an open session alone forgets nobody', () =>
    withSite(withLoan, async (site) => {
      const borrower = borrowerOf(site)
      await returnTheLoan(site, borrower)
      const { browser } = await openAsBorrower(site, '/da/mit/data/slet')
      const later = Date.now() + minutes(6)
      jest.spyOn(Date, 'now').mockReturnValue(later)
      const refused = await browser.submit('Glem mig nu', { confirm: 'yes' })
      expect(refused.url.pathname).toBe('/da/log-ind')
      expect((await site.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.erasure ?? null).toBeNull()
      expect((await browser.open('/da/mit/data')).url.pathname).toBe('/da/mit/data')
    }))
})
