import type { Day } from '../../../../../domain/values/day'
import { moveClockTo } from '../../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { readableText } from '../../../../fixtures/readable-text'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from '../../http/http-steps'
import { administratorUser, borrowerUser, staffUser, type ServedLibrary } from '../../http/with-http-server'
import type { HttpBrowser } from '../http-browser'
import { borrowerOf, openAsBorrower, withSite, type ServedSite } from '../with-site'

/** Anna has returned two loans on 2026-01-06, and has a third. */
const annaWithLoans = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library, { card: '2000000001', pin: '4711', name: 'Anna Berg' })
  const copies = [
    await acquireCopyByHttp(library, { name: 'Kongens Fald' }),
    await acquireCopyByHttp(library, { name: 'Den lange Rejse' }),
  ]
  for (const copy of copies) await lendCopyByHttp(library, copy, borrower)
  await lendCopyByHttp(library, await acquireCopyByHttp(library, { name: 'Bræen' }), borrower)
  await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
  for (const copy of copies)
    await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  await moveClockTo(library.runningLibrary, '2026-01-07' as Day)
  return { borrower }
}

const exportOf = async (site: ServedSite) =>
  (await site.send('GET', '/me/data', { as: borrowerUser(borrowerOf(site)) })).body

const loanNamed = async (site: ServedSite, name: string) =>
  (await exportOf(site)).kinds.loans.data.loans.find((loan: { readonly name: string }) => loan.name === name)

const explanation = { basis: 'GDPR artikel 17, stk. 3, litra e', reason: 'Du har klaget over et gebyr' }
const explained = { basisForBorrower: explanation.basis, reasonForBorrower: explanation.reason }

/** Holds the loan of a title until the end of March. */
const holdLoan = async (site: ServedSite, name: string, what: object = {}): Promise<void> => {
  const { loan: scope } = await loanNamed(site, name)
  const body = { scope, lastDay: '2026-03-31', why: 'Anmodning fra politiet', caseNumber: '2026-17', ...what }
  expect((await site.send('POST', '/holds', { as: administratorUser, body })).status).toBe(201)
  rightOrThrow(await site.runningLibrary.catchUpReadModels())
}

const paths = ['/mit', '/mit/data', '/mit/data/udskrift', '/mit/beskeder', '/mit/mellemvaerende', '/mit/profil'].concat(
  ['/mit/reserveringer', '/mit/mellemvaerende/opgoerelse'],
)

const openAll = async (browser: HttpBrowser, language: string) => {
  const pages: string[] = []
  for (const path of paths) pages.push((await browser.open(`/${language}${path}`)).html)
  return pages
}

const dayOrNoDay = /<time datetime="[^"]*">[^<]*<\/time>|endnu ingen dag|no day yet/g

/** A page without the tokens of its forms, which differ each time, and without the list of what is forgotten next. */
const withoutTokens = (html: string): string =>
  html
    .replaceAll(/(name="_(?:token|key)[^"]*" value=")[^"]*/g, '$1')
    .replaceAll(/<section[^>]*class="data-next".*?<\/section>/gs, '')

describe('a legal hold that may not be told', () => {
  it.each(['da', 'en'])('changes no byte of the pages of its borrower but the days of forgetting (%s)', (language) =>
    withSite(annaWithLoans, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit')
      const before = await openAll(browser, language)
      await holdLoan(site, 'Kongens Fald')
      const after = await openAll(browser, language)
      const changed = after.map(withoutTokens).flatMap((page, index) => {
        const unheld = withoutTokens(before[index] ?? '')
        expect(page.split(dayOrNoDay)).toEqual(unheld.split(dayOrNoDay))
        const daysBefore = unheld.match(dayOrNoDay) ?? []
        return (page.match(dayOrNoDay) ?? []).filter((day, place) => day !== daysBefore[place])
      })
      expect(changed.length).toBeGreaterThan(5)
      expect(new Set(changed)).toEqual(new Set([language === 'da' ? 'endnu ingen dag' : 'no day yet']))
    }),
  )

  it('leaves no day of forgetting in any answer to its borrower, and does not tell which record is held', () =>
    withSite(annaWithLoans, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit')
      const as = borrowerUser(borrowerOf(site))
      const answers = ['/me', '/me/data', '/me/messages', '/me/data/page']
      const ask = async () => Promise.all(answers.map(async (path) => (await site.send('GET', path, { as })).text))
      const daysNamed = (texts: ReadonlyArray<string>) =>
        texts.join().match(/2026-02-05|2026-02-28|2028-\d\d-\d\d/g) ?? []
      expect(daysNamed(await ask()).length).toBeGreaterThan(3)
      await holdLoan(site, 'Kongens Fald')
      expect(daysNamed([...(await ask()), ...(await openAll(browser, 'da'))])).toEqual([])
      const text = (await ask()).join()
      for (const word of ['Anmodning fra politiet', '2026-17', '"status":"held","data":{"holds"', 'legalHolds'])
        expect(text).not.toContain(word)
      const { kinds, obstacles } = await exportOf(site)
      expect(kinds.explainedLegalHold).toMatchObject({ status: 'nothing', data: null })
      expect(kinds.legalHold).toMatchObject({ status: 'withheld', data: null })
      expect(obstacles).toEqual([{ what: 'loans', count: 1 }])
      expect((await loanNamed(site, 'Kongens Fald')).forgottenOn).toBeNull()
      expect((await loanNamed(site, 'Den lange Rejse')).forgottenOn).toBeNull()
    }))

  it('is not told by a latest end: what the export says of the logs names none, with a hold or without', () =>
    withSite(annaWithLoans, async (site) => {
      await acquireCopyByHttp(site, { title: '52557299', name: 'Stuk' })
      const body = { borrower: borrowerOf(site) }
      await site.send('POST', '/titles/52557299/reservations', { as: staffUser, body })
      rightOrThrow(await site.runningLibrary.useCaseDependencies.waitForReactions())
      rightOrThrow(await site.runningLibrary.catchUpReadModels())
      const entriesOf = async () => JSON.stringify((await exportOf(site)).kinds.reservations.entries)
      const before = await entriesOf()
      expect(before).toContain('ReservationMade')
      expect(before).not.toContain('latestEnd')
      await holdLoan(site, 'Kongens Fald')
      expect(await entriesOf()).toBe(before)
    }))

  it('says of what is forgotten next what a borrower reads of whom nothing has a day', () =>
    withSite(annaWithLoans, async (site) => {
      const { browser } = await openAsBorrower(site, '/da/mit')
      await holdLoan(site, 'Kongens Fald')
      const text = readableText((await browser.open('/da/mit/data')).html)
      expect(text).toContain('Intet har en dag endnu.')
      expect(text).toContain('glemmes alt ved udgangen af denne dag: endnu ingen dag')
    }))

  it.each([
    ['da', 'Spørg biblioteket eller databeskyttelsesrådgiveren', /slettestop|stop for sletning|afleveret og betalt/],
    ['en', 'Ask the library or the data protection officer', /legal hold|returned and paid/],
  ])(
    'says to a borrower who cannot be erased whom to ask, and tells nothing of itself (%s)',
    async (language, text, hint) =>
      withSite(annaWithLoans, async (site) => {
        await holdLoan(site, 'Kongens Fald')
        const { loans } = (await site.send('GET', `/borrowers/${borrowerOf(site)}`, { as: staffUser })).body
        const { copy } = loans.find(({ endedOn }: { readonly endedOn: string | null }) => endedOn === null)
        await site.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
        const { browser } = await openAsBorrower(site, `/${language}/mit/data/slet`)
        const refused = await browser.submit('value="erase"', { confirm: 'yes' })
        const headers = { 'Accept-Language': language }
        const answer = await site.send('DELETE', `/borrowers/${borrowerOf(site)}`, { as: staffUser, headers })
        expect([refused.status, answer.status, answer.body.obstacles]).toEqual([409, 409, []])
        for (const read of [readableText(refused.html), answer.text]) {
          expect(read).toContain(text)
          expect(read).not.toMatch(hint)
        }
      }),
  )

  it('gives the days back when it is over', () =>
    withSite(annaWithLoans, async (site) => {
      await holdLoan(site, 'Kongens Fald', { lastDay: '2026-01-31' })
      expect((await loanNamed(site, 'Den lange Rejse')).forgottenOn).toBeNull()
      await moveClockTo(site.runningLibrary, '2026-02-01' as Day)
      expect((await loanNamed(site, 'Den lange Rejse')).forgottenOn).toBe('2026-02-05')
    }))
})

describe('a legal hold that may be told', () => {
  it.each([
    ['da', ['Gemmes til og med 31.03.2026', 'klage til Datatilsynet']],
    ['en', ['Kept until and including 31 Mar 2026', 'complain to Datatilsynet']],
  ] as const)('says on the record until when it is kept, why, and what the borrower can do (%s)', (language, texts) =>
    withSite(annaWithLoans, async (site) => {
      await holdLoan(site, 'Kongens Fald', explained)
      const { page } = await openAsBorrower(site, `/${language}/mit/data`)
      const loans = readableText(page.html.split('<h3 id="loans">')[1]?.split('<h3 id=')[0] ?? '')
      for (const text of [...texts, explanation.basis, explanation.reason]) expect(loans).toContain(text)
      expect(page.html).toContain('<h3 id="explainedLegalHold">')
      expect(page.html).not.toContain('Anmodning fra politiet')
    }),
  )

  it('names the true day of the held record, and those of all others, in the export', () =>
    withSite(annaWithLoans, async (site) => {
      await holdLoan(site, 'Kongens Fald', explained)
      const held = await loanNamed(site, 'Kongens Fald')
      expect(held).toMatchObject({
        forgottenOn: '2026-03-31',
        legalHolds: [{ heldUntil: '2026-03-31', ...explanation }],
      })
      const other = await loanNamed(site, 'Den lange Rejse')
      expect([other.forgottenOn, 'legalHolds' in other]).toEqual(['2026-02-05', false])
      const { kinds } = await exportOf(site)
      expect(kinds.explainedLegalHold.data.holds).toMatchObject([
        { recordHeld: 'loan', heldUntil: '2026-03-31', ...explanation },
      ])
    }))

  it('stands among what is in the way of being forgotten', () =>
    withSite(annaWithLoans, async (site) => {
      await holdLoan(site, 'Kongens Fald', explained)
      expect((await exportOf(site)).obstacles).toContainEqual({ what: 'explainedLegalHolds', count: 1 })
      const { page } = await openAsBorrower(site, '/da/mit/data/slet')
      expect(page.html).toContain('href="/da/mit/data#explainedLegalHold"')
    }))
})
