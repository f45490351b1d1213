import { moveClockTo } from '../../../e2e/use-case-steps'
import { forwardTo, hold, holdReason, lendAndReturn } from '../../../e2e/hold-steps'
import { day } from '../../../fixtures/example-library'
import { administratorUser, auditorUser, staffUser } from '../http/with-http-server'
import { closeFirstDay, logAddresses, prepareLibrary } from './server-log-steps'
import { withSite, type ServedSite } from './with-site'

/** A library whose first day is closed, with forty addresses in its server log. */
const withServerLog = (test: (site: ServedSite) => Promise<void>) => () =>
  withSite(prepareLibrary, async (site) => {
    logAddresses(site, 40)
    await closeFirstDay(site)
    await test(site)
  })

const listOfOpenings = async ({ openBrowserOf }: ServedSite, as: typeof administratorUser, language = 'da') =>
  (await (await openBrowserOf(as)).open(`/${language}/administration/serverlog-aabninger`)).html

const rowsOf = (html: string): number => html.split('<th scope="row">').length - 1

describe('the page on the server log', () => {
  it(
    'lists the days that are kept, each with the day on which it is forgotten, and no address',
    withServerLog(async ({ openBrowserOf }) => {
      const { html } = await (await openBrowserOf(administratorUser)).open('/da/administration/serverlog')
      for (const text of ['05.01.2026', '04.02.2026', 'listen til databeskyttelsesrådgiveren'])
        expect(html).toContain(text)
      expect(html).not.toContain('198.51.100')
    }),
  )

  it(
    'shows nothing and records nothing without a reason',
    withServerLog(async (site) => {
      const browser = await site.openBrowserOf(administratorUser)
      await browser.open('/da/administration/serverlog')
      const refused = await browser.submit('value="open"', { day: '2026-01-05', reason: ' ' })
      expect([refused.status, refused.html]).toEqual([400, expect.stringContaining('id="open-reason-error"')])
      expect(refused.html).not.toContain('198.51.100')
      expect(await listOfOpenings(site, administratorUser)).toContain('Ingen har åbnet serverloggen')
    }),
  )

  it(
    'shows the hours of the chosen day and then the lines of one hour, as one opening, with the day on which they are forgotten',
    withServerLog(async (site) => {
      const browser = await site.openBrowserOf(administratorUser)
      await browser.open('/da/administration/serverlog')
      const opened = await browser.submit('value="open"', { day: '2026-01-05', reason: 'Angreb på log-ind' })
      for (const text of ['Du har åbnet serverloggen', '13.00–14.00', 'Angreb på log-ind', '04.02.2026'])
        expect(opened.html).toContain(text)
      expect(opened.html).not.toContain('198.51.100')
      const hour = await browser.submit('Vis timen')
      expect(hour.html).toContain('198.51.100.39')
      const listed = await listOfOpenings(site, administratorUser)
      expect(rowsOf(listed)).toBe(1)
      for (const text of ['06.01.2026', '05.01.2026', 'Angreb på log-ind', administratorUser.subject, '31.07.2026'])
        expect(listed).toContain(text)
    }),
  )

  it(
    'lists each opening for the data protection officer, without who and why, which are withheld from auditors',
    withServerLog(async (site) => {
      const browser = await site.openBrowserOf(administratorUser)
      await browser.open('/en/administration/serverlog')
      await browser.submit('value="open"', { day: '2026-01-05', reason: 'An attack' })
      const listed = await listOfOpenings(site, auditorUser, 'en')
      expect(rowsOf(listed)).toBe(1)
      expect(listed).toContain('Not shown to your role')
      for (const hidden of ['An attack', administratorUser.subject]) expect(listed).not.toContain(hidden)
    }),
  )
})

describe('the page on visits', () => {
  it(
    'shows how often each page was visited in a month, and once it is closed the visitors by browser',
    withServerLog(async (site) => {
      await site.openBrowser().open('/da/')
      await moveClockTo(site.runningLibrary, day('2026-02-01'))
      await site.runningLibrary.catchUpReadModels()
      const browser = await site.openBrowserOf(auditorUser)
      const { html } = await browser.open('/da/administration/besoeg?month=2026-01')
      expect(html).toContain('januar 2026')
      expect(html).toMatch(/<th scope="row">Firefox 133<\/th><td data-title="Besøgende">40<\/td>/)
      expect(html).toMatch(/<th scope="row">\/<\/th><td data-title="Besøg">1<\/td>/)
      expect((await browser.open('/en/administration/besoeg')).html).toContain('Browsers are counted once')
    }),
  )
})

describe('the page on erasure', () => {
  it('is the first page of an administrator, and says that nothing is overdue', () =>
    withSite(prepareLibrary, async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(administratorUser)
      const { html } = await browser.open('/da/administration')
      for (const text of ['Intet er forsinket.', 'Forsinkelse i dage', '<dd>0</dd>']) expect(html).toContain(text)
      for (const path of ['serverlog', 'serverlog-aabninger', 'besoeg', 'slettestop', 'opslag', 'videregivelser'])
        expect(html).toContain(`href="/da/administration/${path}"`)
    }))

  it('moves the simulated clock for an administrator, and erases what is due', () =>
    withSite(prepareLibrary, async (site) => {
      const browser = await site.openBrowserOf(administratorUser)
      await browser.open('/en/administration')
      expect((await browser.submit('value="moveClock"', { to: '2026-01-09' })).html).toContain(
        'The clock is moved forward.',
      )
      expect(site.runningLibrary.useCaseDependencies.commandHandling.clock.today()).toBe('2026-01-09')
      expect((await browser.submit('value="run"')).html).toContain('What was due is erased.')
      const wrong = await browser.submit('value="moveClock"', { to: '2025-01-01' })
      expect([wrong.status, wrong.html]).toEqual([409, expect.stringContaining('role="alert"')])
    }))

  it('has no form for an auditor, and takes none from one', () =>
    withSite(prepareLibrary, async ({ openBrowserOf, url }) => {
      const browser = await openBrowserOf(auditorUser)
      const { html } = await browser.open('/da/administration')
      const token = /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? ''
      for (const form of ['moveClock', 'run', 'confirmDate']) {
        expect(html).not.toContain(`value="${form}"`)
        const { status } = await fetch(`${url}/da/administration`, {
          ...{ method: 'POST', redirect: 'manual' },
          headers: { Origin: url, Cookie: `session=${browser.cookies.get('session') ?? ''}` },
          body: new URLSearchParams({ _token: token, _form: form }),
        })
        expect(status).toBe(403)
      }
    }))
})

describe('the page on legal holds', () => {
  it('lists them for review, lets an administrator release one with a reason, and withholds from an auditor what is held', () =>
    withSite(
      async ({ runningLibrary }) => {
        const { loan } = await lendAndReturn(runningLibrary)
        await hold(runningLibrary, loan, '2026-03-31')
        await forwardTo(runningLibrary, '2026-01-06')
        return {}
      },
      async ({ openBrowserOf }) => {
        const path = '/da/administration/slettestop'
        const forAuditor = (await (await openBrowserOf(auditorUser)).open(path)).html
        expect(forAuditor).toContain('31.03.2026')
        for (const hidden of [holdReason.why, holdReason.by, '2026-17', 'value="release"'])
          expect(forAuditor).not.toContain(hidden)
        const browser = await openBrowserOf(administratorUser)
        const shown = (await browser.open(path)).html
        for (const text of ['31.03.2026', 'et lån', 'Må ikke fortælles', holdReason.why, holdReason.by, '2026-17'])
          expect(shown).toContain(text)
        expect((await browser.submit('value="release"', { why: '' })).status).toBe(400)
        expect((await browser.submit('value="release"', { why: 'Sagen er slut' })).html).toContain(
          'Slettestoppet er hævet.',
        )
        expect((await browser.open(path)).html).not.toContain('value="release"')
      },
    ))

  it('is not for staff at the desk', () =>
    withSite(prepareLibrary, async ({ openBrowserOf }) => {
      const browser = await openBrowserOf(staffUser)
      for (const path of [
        '',
        '/serverlog',
        '/serverlog-aabninger',
        '/besoeg',
        '/slettestop',
        '/opslag',
        '/videregivelser',
      ])
        expect((await browser.open(`/da/administration${path}`)).status).toBe(403)
    }))
})
